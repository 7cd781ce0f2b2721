package io.tripline.engine.window;

import io.tripline.engine.event.Decimals;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The sample standard deviation of the entries. The sums of the values and of their squares are exact, so it does not
 * drift and cannot cancel out; it is rounded once, when it is read.
 */
final class DeviationWindow extends SlidingWindow {

    /** More digits than a double has, so that only the last rounding shows. */
    private static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_EVEN);

    private final ValueKind kind;
    private final EntryRing entries;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    DeviationWindow(ValueKind kind) {
        this(kind, EntryRing.ofTimesAndSlots());
    }

    private DeviationWindow(ValueKind kind, EntryRing entries) {
        this.kind = kind;
        this.entries = entries;
    }

    @Override
    void add(long timeNanos, Value value) {
        entries.add(timeNanos, value.slot(), value.bigOrNull());
        BigDecimal number = exact(value.slot(), value.bigOrNull());
        sum = sum.add(number);
        squares = squares.add(number.multiply(number));
    }

    @Override
    void expireBefore(long timeNanos) {
        while (!entries.isEmpty() && entries.firstTime() < timeNanos) {
            BigDecimal number = exact(entries.firstSlot(), entries.firstKept());
            sum = sum.subtract(number);
            squares = squares.subtract(number.multiply(number));
            entries.removeFirst();
        }
    }

    private BigDecimal exact(long slot, Object kept) {
        if (kept instanceof BigDecimal big) {
            return big;
        }
        return switch (kind) {
            case DECIMAL -> Decimals.unpack(slot);
            case FLOAT -> new BigDecimal(Double.longBitsToDouble(slot));
            case WHOLE, BYTES -> BigDecimal.valueOf(slot);
        };
    }

    @Override
    void read(Value into) {
        int count = entries.size();
        if (count < 2) {
            into.setMissing();
            return;
        }
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal variance = n.multiply(squares)
                .subtract(sum.multiply(sum))
                .divide(n.multiply(BigDecimal.valueOf(count - 1L)), PRECISION);
        into.setFloat(variance.sqrt(PRECISION).doubleValue());
    }

    @Override
    SlidingWindow copy() {
        DeviationWindow copy = new DeviationWindow(kind, entries.copy());
        copy.sum = sum;
        copy.squares = squares;
        return copy;
    }

    @Override
    void writeState(StateWriter out) {
        entries.writeState(out);
        out.decimal(sum).decimal(squares);
    }

    @Override
    void readState(StateReader in) {
        entries.readState(in, kind);
        sum = in.decimal();
        squares = in.decimal();
    }
}
