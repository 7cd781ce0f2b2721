package io.tripline.engine.aggregate;

import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/**
 * How many different values there were.
 *
 * <p>Accumulations that grew one from the other share one set: each sees the values with a number below its own count.
 * Only who grows from an accumulation that another has already grown from pays for a copy.
 */
record DistinctAccumulation(ValueSet values, int count) implements Accumulation {

    static DistinctAccumulation none(ValueKind kind) {
        return new DistinctAccumulation(new ValueSet(kind), 0);
    }

    @Override
    public Accumulation plus(Value value) {
        int number = values.find(value);
        if (number >= 0 && number < count) {
            return this;
        }
        // The empty set is part of the compiled rule: it must stay empty.
        ValueSet grown = count == 0 || values.size() > count ? values.first(count) : values;
        grown.add(value);
        return new DistinctAccumulation(grown, count + 1);
    }

    @Override
    public void read(Value into) {
        into.setSlot(count);
    }
}
