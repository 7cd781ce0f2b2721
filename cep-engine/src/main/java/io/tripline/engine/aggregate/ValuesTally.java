package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.function.BiConsumer;

/** What is read off all the different values and how often each came. */
final class ValuesTally implements Tally {

    private final ValueSet values;
    private final BiConsumer<ValueSet, Value> reading;

    ValuesTally(ValueKind kind, BiConsumer<ValueSet, Value> reading) {
        this.values = new ValueSet(kind);
        this.reading = reading;
    }

    @Override
    public void add(Value value, long timeNanos, long sequence) {
        values.add(value);
    }

    @Override
    public void addAll(Tally other) {
        values.addAll(((ValuesTally) other).values);
    }

    @Override
    public void read(Value into) {
        reading.accept(values, into);
    }

    @Override
    public void writeState(StateWriter out) {
        values.writeState(out);
    }

    @Override
    public void readState(StateReader in) {
        values.readState(in);
    }
}
