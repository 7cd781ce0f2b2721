package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The lowest or the highest of the values. */
record ExtremeAccumulation(ValueKind kind, boolean lowest, boolean any, long slot, Object kept)
        implements Accumulation {

    static ExtremeAccumulation none(ValueKind kind, boolean lowest) {
        return new ExtremeAccumulation(kind, lowest, false, 0, null);
    }

    @Override
    public ExtremeAccumulation plus(Value value) {
        if (any) {
            Value best = new Value();
            best.setKept(slot, kept);
            int order = value.compareTo(best, kind);
            if (lowest ? order >= 0 : order <= 0) {
                return this;
            }
        }
        return new ExtremeAccumulation(kind, lowest, true, value.slot(), value.keptOrNull(kind));
    }

    @Override
    public void read(Value into) {
        if (any) {
            into.setKept(slot, kept);
        } else {
            into.setMissing();
        }
    }

    void writeState(StateWriter out) {
        if (any) {
            out.kept(slot, kept);
        } else {
            out.nothingKept();
        }
    }

    /** Another one of this kind, as it was written. */
    ExtremeAccumulation readState(StateReader in) {
        Value value = new Value();
        in.kept(value);
        return value.isMissing()
                ? none(kind, lowest)
                : new ExtremeAccumulation(kind, lowest, true, value.slot(), value.keptOrNull(kind));
    }
}
