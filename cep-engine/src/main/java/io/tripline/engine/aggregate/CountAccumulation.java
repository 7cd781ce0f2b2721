package io.tripline.engine.aggregate;

import io.tripline.engine.value.Value;

/** How many values there were. */
record CountAccumulation(long count) implements Accumulation {

    static final CountAccumulation NONE = new CountAccumulation(0);

    @Override
    public Accumulation plus(Value value) {
        return new CountAccumulation(count + 1);
    }

    @Override
    public void read(Value into) {
        into.setSlot(count);
    }
}
