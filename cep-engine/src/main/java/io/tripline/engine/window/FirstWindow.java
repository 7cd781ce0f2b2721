package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The value of the earliest entry. */
final class FirstWindow extends SlidingWindow {

    private final ValueKind kind;
    private final EntryRing entries;

    FirstWindow(ValueKind kind) {
        this(kind, EntryRing.ofTimesAndSlots());
    }

    private FirstWindow(ValueKind kind, EntryRing entries) {
        this.kind = kind;
        this.entries = entries;
    }

    @Override
    void add(long timeNanos, Value value) {
        entries.add(timeNanos, value.slot(), value.keptOrNull(kind));
    }

    @Override
    void expireBefore(long timeNanos) {
        while (!entries.isEmpty() && entries.firstTime() < timeNanos) {
            entries.removeFirst();
        }
    }

    @Override
    void read(Value into) {
        if (entries.isEmpty()) {
            into.setMissing();
        } else {
            entries.readFirst(into);
        }
    }

    @Override
    SlidingWindow copy() {
        return new FirstWindow(kind, entries.copy());
    }

    @Override
    void writeState(StateWriter out) {
        entries.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        entries.readState(in, kind);
    }
}
