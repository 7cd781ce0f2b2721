package io.tripline.engine.window;

import io.tripline.engine.aggregate.ValueSet;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The most frequent values of the entries. Each value is kept once; the entries hold its number. */
final class TopWindow extends SlidingWindow {

    private final int most;
    private final EntryRing entries;
    private final ValueSet values;

    TopWindow(ValueKind kind, int most) {
        this(most, EntryRing.ofTimesAndSlots(), new ValueSet(kind));
    }

    private TopWindow(int most, EntryRing entries, ValueSet values) {
        this.most = most;
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
        values.readTop(most, into);
    }

    @Override
    SlidingWindow copy() {
        return new TopWindow(most, entries.copy(), values.copy());
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
