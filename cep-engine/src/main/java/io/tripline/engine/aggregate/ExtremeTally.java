package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The lowest or the highest of the values. */
final class ExtremeTally implements Tally {

    private ExtremeAccumulation best;

    ExtremeTally(ValueKind kind, boolean lowest) {
        this.best = ExtremeAccumulation.none(kind, lowest);
    }

    @Override
    public void add(Value value, long timeNanos, long sequence) {
        best = best.plus(value);
    }

    @Override
    public void addAll(Tally other) {
        Value value = new Value();
        other.read(value);
        if (!value.isMissing()) {
            best = best.plus(value);
        }
    }

    @Override
    public void read(Value into) {
        best.read(into);
    }

    @Override
    public void writeState(StateWriter out) {
        best.writeState(out);
    }

    @Override
    public void readState(StateReader in) {
        best = best.readState(in);
    }
}
