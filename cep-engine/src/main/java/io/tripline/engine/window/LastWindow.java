package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The value of the latest entry, which is the only one that is kept. */
final class LastWindow extends SlidingWindow {

    private final ValueKind kind;
    private boolean empty = true;
    private long timeNanos;
    private long slot;
    private Object kept;

    LastWindow(ValueKind kind) {
        this.kind = kind;
    }

    @Override
    void add(long newTimeNanos, Value value) {
        empty = false;
        timeNanos = newTimeNanos;
        slot = value.slot();
        kept = value.keptOrNull(kind);
    }

    @Override
    void expireBefore(long oldestNanos) {
        if (!empty && timeNanos < oldestNanos) {
            empty = true;
            kept = null;
        }
    }

    @Override
    void read(Value into) {
        if (empty) {
            into.setMissing();
        } else {
            into.setKept(slot, kept);
        }
    }

    @Override
    SlidingWindow copy() {
        LastWindow copy = new LastWindow(kind);
        copy.empty = empty;
        copy.timeNanos = timeNanos;
        copy.slot = slot;
        copy.kept = kept;
        return copy;
    }

    @Override
    void writeState(StateWriter out) {
        if (empty) {
            out.nothingKept();
        } else {
            out.kept(slot, kept).signed(timeNanos);
        }
    }

    @Override
    void readState(StateReader in) {
        Value value = new Value();
        in.kept(value);
        empty = value.isMissing();
        if (!empty) {
            slot = value.slot();
            kept = value.keptOrNull(kind);
            timeNanos = in.signed();
        }
    }
}
