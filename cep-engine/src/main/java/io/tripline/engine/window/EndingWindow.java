package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** {@code over 28d ending 7d ago}: entries wait outside until they are old enough. */
final class EndingWindow extends SlidingWindow {

    private final SlidingWindow content;
    private final ValueKind kind;
    private final EntryRing waiting;
    private final Value value = new Value();

    EndingWindow(SlidingWindow content, ValueKind kind) {
        this(content, kind, EntryRing.ofTimesAndSlots());
    }

    private EndingWindow(SlidingWindow content, ValueKind kind, EntryRing waiting) {
        this.content = content;
        this.kind = kind;
        this.waiting = waiting;
    }

    @Override
    void add(long timeNanos, Value added) {
        waiting.add(timeNanos, added.slot(), added.keptOrNull(kind));
    }

    @Override
    void admitThrough(long timeNanos) {
        while (!waiting.isEmpty() && waiting.firstTime() <= timeNanos) {
            waiting.readFirst(value);
            content.add(waiting.firstTime(), value);
            waiting.removeFirst();
        }
    }

    @Override
    void expireBefore(long timeNanos) {
        content.expireBefore(timeNanos);
    }

    @Override
    void read(Value into) {
        content.read(into);
    }

    @Override
    SlidingWindow copy() {
        return new EndingWindow(content.copy(), kind, waiting.copy());
    }

    @Override
    void writeState(StateWriter out) {
        waiting.writeState(out);
        content.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        waiting.readState(in, kind);
        content.readState(in);
    }
}
