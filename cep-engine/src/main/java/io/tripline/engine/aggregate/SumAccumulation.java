package io.tripline.engine.aggregate;

import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The sum of the values, or their average. */
record SumAccumulation(ExactSum sum, long count, ValueKind kind, boolean average) implements Accumulation {

    static SumAccumulation none(ValueKind kind) {
        return new SumAccumulation(new ExactSum(kind), 0, kind, false);
    }

    static SumAccumulation average(ValueKind kind) {
        return new SumAccumulation(new ExactSum(kind), 0, kind, true);
    }

    @Override
    public Accumulation plus(Value value) {
        ExactSum more = sum.copy();
        more.add(value.slot(), value.bigOrNull());
        return new SumAccumulation(more, count + 1, kind, average);
    }

    @Override
    public void read(Value into) {
        if (average) {
            sum.readAverage(count, into);
        } else {
            sum.read(into);
        }
    }
}
