package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** How many entries there are. */
final class CountWindow extends SlidingWindow {

    private final EntryRing entries;

    CountWindow() {
        this(EntryRing.ofTimes());
    }

    private CountWindow(EntryRing entries) {
        this.entries = entries;
    }

    @Override
    void add(long timeNanos, Value value) {
        entries.addTime(timeNanos);
    }

    @Override
    void expireBefore(long timeNanos) {
        while (!entries.isEmpty() && entries.firstTime() < timeNanos) {
            entries.removeFirst();
        }
    }

    @Override
    void read(Value into) {
        into.setSlot(entries.size());
    }

    @Override
    SlidingWindow copy() {
        return new CountWindow(entries.copy());
    }

    @Override
    void writeState(StateWriter out) {
        entries.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        entries.readState(in, ValueKind.WHOLE);
    }
}
