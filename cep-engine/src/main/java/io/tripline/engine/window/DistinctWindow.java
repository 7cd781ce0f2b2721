package io.tripline.engine.window;

import io.tripline.engine.aggregate.ValueSet;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** How many different values the entries have. Each value is kept once; the entries hold its number. */
final class DistinctWindow extends SlidingWindow {

    private final EntryRing entries;
    private final ValueSet values;

    DistinctWindow(ValueKind kind) {
        this(EntryRing.ofTimesAndSlots(), new ValueSet(kind));
    }

    private DistinctWindow(EntryRing entries, ValueSet values) {
        this.entries = entries;
        this.values = values;
    }

    @Override
    void add(long timeNanos, Value value) {
        entries.add(timeNanos, values.add(value), null);
    }

    @Override
    void expireBefore(long timeNanos) {
        while (!entries.isEmpty() && entries.firstTime() < timeNanos) {
            values.remove((int) entries.firstSlot());
            entries.removeFirst();
        }
    }

    @Override
    void read(Value into) {
        into.setSlot(values.size());
    }

    @Override
    SlidingWindow copy() {
        return new DistinctWindow(entries.copy(), values.copy());
    }

    @Override
    void writeState(StateWriter out) {
        entries.writeState(out, values);
    }

    @Override
    void readState(StateReader in) {
        entries.readState(in, values);
    }
}
