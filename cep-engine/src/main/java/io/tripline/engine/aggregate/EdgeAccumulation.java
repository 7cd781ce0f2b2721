package io.tripline.engine.aggregate;

import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The first or the last of the values. */
record EdgeAccumulation(ValueKind kind, boolean first, boolean any, long slot, Object kept) implements Accumulation {

    static EdgeAccumulation none(ValueKind kind, boolean first) {
        return new EdgeAccumulation(kind, first, false, 0, null);
    }

    @Override
    public Accumulation plus(Value value) {
        return first && any ? this : new EdgeAccumulation(kind, first, true, value.slot(), value.keptOrNull(kind));
    }

    @Override
    public void read(Value into) {
        if (any) {
            into.setKept(slot, kept);
        } else {
            into.setMissing();
        }
    }
}
