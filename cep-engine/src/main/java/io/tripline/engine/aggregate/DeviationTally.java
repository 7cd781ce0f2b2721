package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The sample standard deviation of the values. */
final class DeviationTally implements Tally {

    private DeviationAccumulation spread;

    DeviationTally(ValueKind kind) {
        this.spread = DeviationAccumulation.none(kind);
    }

    @Override
    public void add(Value value, long timeNanos, long sequence) {
        spread = spread.plus(value);
    }

    @Override
    public void addAll(Tally other) {
        spread = spread.plusAll(((DeviationTally) other).spread);
    }

    @Override
    public void read(Value into) {
        spread.read(into);
    }

    @Override
    public void writeState(StateWriter out) {
        spread.writeState(out);
    }

    @Override
    public void readState(StateReader in) {
        spread = spread.readState(in);
    }
}
