package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/**
 * The lowest or highest entry. Keeps only entries that can still become it: a monotonic deque, in which an entry is
 * dropped as soon as a later one is as low (Lemire, "Streaming maximum-minimum filter using no more than three
 * comparisons per element", 2006).
 */
final class ExtremeWindow extends SlidingWindow {

    private final ValueKind kind;
    private final boolean lowest;
    private final EntryRing candidates;
    private final Value last = new Value();

    ExtremeWindow(ValueKind kind, boolean lowest) {
        this(kind, lowest, EntryRing.ofTimesAndSlots());
    }

    private ExtremeWindow(ValueKind kind, boolean lowest, EntryRing candidates) {
        this.kind = kind;
        this.lowest = lowest;
        this.candidates = candidates;
    }

    @Override
    void add(long timeNanos, Value value) {
        while (!candidates.isEmpty() && isBeatenBy(value)) {
            candidates.removeLast();
        }
        candidates.add(timeNanos, value.slot(), value.keptOrNull(kind));
    }

    private boolean isBeatenBy(Value value) {
        candidates.readLast(last);
        int order = value.compareTo(last, kind);
        return lowest ? order <= 0 : order >= 0;
    }

    @Override
    void expireBefore(long timeNanos) {
        while (!candidates.isEmpty() && candidates.firstTime() < timeNanos) {
            candidates.removeFirst();
        }
    }

    @Override
    void read(Value into) {
        if (candidates.isEmpty()) {
            into.setMissing();
        } else {
            candidates.readFirst(into);
        }
    }

    @Override
    SlidingWindow copy() {
        return new ExtremeWindow(kind, lowest, candidates.copy());
    }

    @Override
    void writeState(StateWriter out) {
        candidates.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        candidates.readState(in, kind);
    }
}
