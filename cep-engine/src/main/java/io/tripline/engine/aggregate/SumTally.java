package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The exact sum of the values, or their average. */
final class SumTally implements Tally {

    private final ExactSum sum;
    private final boolean average;
    private long count;

    SumTally(ValueKind kind, boolean average) {
        this.sum = new ExactSum(kind);
        this.average = average;
    }

    @Override
    public void add(Value value, long timeNanos, long sequence) {
        sum.add(value.slot(), value.bigOrNull());
        count++;
    }

    @Override
    public void addAll(Tally other) {
        SumTally more = (SumTally) other;
        sum.add(more.sum);
        count += more.count;
    }

    @Override
    public void read(Value into) {
        if (average) {
            sum.readAverage(count, into);
        } else {
            sum.read(into);
        }
    }

    @Override
    public void writeState(StateWriter out) {
        sum.writeState(out);
        out.number(count);
    }

    @Override
    public void readState(StateReader in) {
        sum.readState(in);
        count = in.number();
    }
}
