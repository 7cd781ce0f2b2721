package io.tripline.engine.aggregate;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/**
 * About how many different values there were: exactly up to {@value #EXACT_VALUES}, beyond that by a sketch of 8 KiB whose
 * standard error is 0.9 % (Ertl, UltraLogLog, PVLDB 17, 2024). What it says depends on the values alone, not on their order
 * or on how tallies were put together.
 */
final class ApproxDistinctTally implements Tally {

    static final int EXACT_VALUES = 1_000;

    /** Registers are two to this power. */
    private static final int PRECISION = 13;

    private final ValueKind kind;
    /** Null once the sketch has taken over. */
    private ValueSet exactOrNull;

    private UltraLogLog sketchOrNull;

    ApproxDistinctTally(ValueKind kind) {
        this.kind = kind;
        this.exactOrNull = new ValueSet(kind);
    }

    @Override
    public void add(Value value, long timeNanos, long sequence) {
        add(value);
    }

    private void add(Value value) {
        if (exactOrNull == null) {
            sketchOrNull.add(hash(value));
            return;
        }
        exactOrNull.add(value);
        if (exactOrNull.size() > EXACT_VALUES) {
            sketch();
        }
    }

    private void sketch() {
        ValueSet values = exactOrNull;
        exactOrNull = null;
        sketchOrNull = UltraLogLog.create(PRECISION);
        values.forEach(this::add);
    }

    private long hash(Value value) {
        // A decimal too big for its slot has one slot with all others of its kind.
        return ByteHash.mix(
                kind == ValueKind.DECIMAL && value.isBig() ? value.bigOrNull().hashCode() : value.slot());
    }

    @Override
    public void addAll(Tally other) {
        ApproxDistinctTally tally = (ApproxDistinctTally) other;
        if (tally.exactOrNull != null) {
            tally.exactOrNull.forEach(this::add);
            return;
        }
        if (exactOrNull != null) {
            sketch();
        }
        sketchOrNull.add(tally.sketchOrNull);
    }

    @Override
    public void read(Value into) {
        if (exactOrNull != null) {
            exactOrNull.readSize(into);
        } else {
            into.setSlot(Math.round(sketchOrNull.getDistinctCountEstimate()));
        }
    }

    @Override
    public void writeState(StateWriter out) {
        out.flag(exactOrNull != null);
        if (exactOrNull != null) {
            exactOrNull.writeState(out);
        } else {
            out.bytes(sketchOrNull.getState());
        }
    }

    @Override
    public void readState(StateReader in) {
        if (in.flag()) {
            exactOrNull.readState(in);
        } else {
            exactOrNull = null;
            sketchOrNull = UltraLogLog.wrap(in.bytes());
        }
    }
}
