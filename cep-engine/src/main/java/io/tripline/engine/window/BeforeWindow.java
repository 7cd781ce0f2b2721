package io.tripline.engine.window;

import io.tripline.engine.event.Event;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** {@code before this}: the newest event is held outside for as long as it is the one under test. */
final class BeforeWindow extends SlidingWindow {

    private final SlidingWindow content;
    private final ValueKind kind;
    private final Value value = new Value();
    private boolean holds;
    private boolean heldMissing;
    private long heldSequence;
    private int heldOrdinal;
    private long heldTimeNanos;
    private long heldSlot;
    private Object heldKept;

    BeforeWindow(SlidingWindow content, ValueKind kind) {
        this.content = content;
        this.kind = kind;
    }

    /** Holds an event outside, and lets in the one that was held before. */
    void hold(Event event, Value held) {
        letIn();
        holds = true;
        heldMissing = held.isMissing();
        heldSequence = event.sequence();
        heldOrdinal = event.ordinal();
        heldTimeNanos = event.timeNanos();
        heldSlot = heldMissing ? 0 : held.slot();
        heldKept = heldMissing ? null : held.keptOrNull(kind);
    }

    /** Another event is under test, or the same. */
    void show(Event event) {
        if (holds && (heldSequence != event.sequence() || heldOrdinal != event.ordinal())) {
            letIn();
        }
    }

    private void letIn() {
        if (holds && heldMissing) {
            content.addMissing();
        } else if (holds) {
            value.setKept(heldSlot, heldKept);
            content.add(heldTimeNanos, value);
        }
        holds = false;
        heldKept = null;
    }

    @Override
    void add(long timeNanos, Value added) {
        throw new IllegalStateException("an event is held before it is let in");
    }

    @Override
    void admitThrough(long timeNanos) {
        content.admitThrough(timeNanos);
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
        BeforeWindow copy = new BeforeWindow(content.copy(), kind);
        copy.holds = holds;
        copy.heldMissing = heldMissing;
        copy.heldSequence = heldSequence;
        copy.heldOrdinal = heldOrdinal;
        copy.heldTimeNanos = heldTimeNanos;
        copy.heldSlot = heldSlot;
        copy.heldKept = heldKept;
        return copy;
    }

    @Override
    void writeState(StateWriter out) {
        content.writeState(out);
        out.flag(holds);
        if (holds) {
            out.number(heldSequence).number(heldOrdinal).signed(heldTimeNanos);
            if (heldMissing) {
                out.nothingKept();
            } else {
                out.kept(heldSlot, heldKept);
            }
        }
    }

    @Override
    void readState(StateReader in) {
        content.readState(in);
        holds = in.flag();
        if (holds) {
            heldSequence = in.number();
            heldOrdinal = in.count();
            heldTimeNanos = in.signed();
            in.kept(value);
            heldMissing = value.isMissing();
            heldSlot = heldMissing ? 0 : value.slot();
            heldKept = heldMissing ? null : value.keptOrNull(kind);
        }
    }
}
