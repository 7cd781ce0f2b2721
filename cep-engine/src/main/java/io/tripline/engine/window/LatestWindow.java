package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;

/**
 * {@code over last 20 events}: the events take the place of time, so an event without a value counts too, and pushes an
 * older one out.
 */
final class LatestWindow extends SlidingWindow {

    private final SlidingWindow content;
    private final int events;
    private long seen;

    LatestWindow(SlidingWindow content, int events) {
        this.content = content;
        this.events = events;
    }

    @Override
    void add(long timeNanos, Value value) {
        addMissing();
        content.add(seen, value);
    }

    @Override
    void addMissing() {
        seen++;
        content.expireBefore(seen - events + 1);
    }

    @Override
    void expireBefore(long timeNanos) {
        // Only events push others out.
    }

    @Override
    void read(Value into) {
        content.read(into);
    }

    @Override
    SlidingWindow copy() {
        LatestWindow copy = new LatestWindow(content.copy(), events);
        copy.seen = seen;
        return copy;
    }

    @Override
    void writeState(StateWriter out) {
        out.number(seen);
        content.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        seen = in.number();
        content.readState(in);
    }
}
