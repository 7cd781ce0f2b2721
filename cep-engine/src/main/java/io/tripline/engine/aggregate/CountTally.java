package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;

/** How many values there were. */
final class CountTally implements Tally {

    private long count;

    @Override
    public void add(Value value, long timeNanos, long sequence) {
        count++;
    }

    @Override
    public void addAll(Tally other) {
        count += ((CountTally) other).count;
    }

    @Override
    public void read(Value into) {
        into.setSlot(count);
    }

    @Override
    public void writeState(StateWriter out) {
        out.number(count);
    }

    @Override
    public void readState(StateReader in) {
        count = in.number();
    }
}
