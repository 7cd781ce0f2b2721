package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The value of the entries below or at which a part of them lies: the smallest that at least {@code part · n} of the
 * {@code n} values are not above. It is one of them, and exact; the values are kept sorted beside the entries.
 */
final class QuantileWindow extends SlidingWindow {

    private final ValueKind kind;
    private final BigDecimal part;
    private final EntryRing entries;
    private final Value probe = new Value();
    private long[] sortedSlots = new long[4];
    private Object[] sortedKept = new Object[4];

    /** @param part 0 to 1 */
    QuantileWindow(ValueKind kind, BigDecimal part) {
        this(kind, part, EntryRing.ofTimesAndSlots());
    }

    private QuantileWindow(ValueKind kind, BigDecimal part, EntryRing entries) {
        this.kind = kind;
        this.part = part;
        this.entries = entries;
    }

    @Override
    void add(long timeNanos, Value value) {
        Object kept = value.keptOrNull(kind);
        int count = entries.size();
        int place = firstNotBelow(value, count);
        if (count == sortedSlots.length) {
            sortedSlots = Arrays.copyOf(sortedSlots, 2 * count);
            sortedKept = Arrays.copyOf(sortedKept, 2 * count);
        }
        System.arraycopy(sortedSlots, place, sortedSlots, place + 1, count - place);
        System.arraycopy(sortedKept, place, sortedKept, place + 1, count - place);
        sortedSlots[place] = value.slot();
        sortedKept[place] = kept;
        entries.add(timeNanos, value.slot(), kept);
    }

    @Override
    void expireBefore(long timeNanos) {
        Value leaving = new Value();
        while (!entries.isEmpty() && entries.firstTime() < timeNanos) {
            entries.readFirst(leaving);
            int count = entries.size();
            int place = firstNotBelow(leaving, count);
            System.arraycopy(sortedSlots, place + 1, sortedSlots, place, count - place - 1);
            System.arraycopy(sortedKept, place + 1, sortedKept, place, count - place - 1);
            sortedKept[count - 1] = null;
            entries.removeFirst();
        }
    }

    private int firstNotBelow(Value value, int count) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            probe.setKept(sortedSlots[middle], sortedKept[middle]);
            if (probe.compareTo(value, kind) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    void read(Value into) {
        int count = entries.size();
        if (count == 0) {
            into.setMissing();
            return;
        }
        int rank = part.multiply(BigDecimal.valueOf(count))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        int place = Math.max(1, rank) - 1;
        into.setKept(sortedSlots[place], sortedKept[place]);
    }

    @Override
    SlidingWindow copy() {
        QuantileWindow copy = new QuantileWindow(kind, part, entries.copy());
        copy.sortedSlots = sortedSlots.clone();
        copy.sortedKept = sortedKept.clone();
        return copy;
    }

    @Override
    void writeState(StateWriter out) {
        entries.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        EntryRing read = EntryRing.ofTimesAndSlots();
        read.readState(in, kind);
        Value value = new Value();
        while (!read.isEmpty()) {
            read.readFirst(value);
            add(read.firstTime(), value);
            read.removeFirst();
        }
    }
}
