package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The value of the earliest or of the latest event, in the order of time and then of arrival. */
final class EdgeTally implements Tally {

    private final ValueKind kind;
    private final boolean first;
    private boolean any;
    private long timeNanos;
    private long sequence;
    private long slot;
    private Object kept;

    EdgeTally(ValueKind kind, boolean first) {
        this.kind = kind;
        this.first = first;
    }

    @Override
    public void add(Value value, long atNanos, long place) {
        if (!any || isEarlier(atNanos, place) == first) {
            any = true;
            timeNanos = atNanos;
            sequence = place;
            slot = value.slot();
            kept = value.keptOrNull(kind);
        }
    }

    private boolean isEarlier(long atNanos, long place) {
        return atNanos < timeNanos || atNanos == timeNanos && place < sequence;
    }

    @Override
    public void addAll(Tally other) {
        EdgeTally more = (EdgeTally) other;
        if (more.any) {
            Value value = new Value();
            more.read(value);
            add(value, more.timeNanos, more.sequence);
        }
    }

    @Override
    public void read(Value into) {
        if (any) {
            into.setKept(slot, kept);
        } else {
            into.setMissing();
        }
    }

    @Override
    public void writeState(StateWriter out) {
        out.flag(any);
        if (any) {
            out.signed(timeNanos).signed(sequence).kept(slot, kept);
        }
    }

    @Override
    public void readState(StateReader in) {
        any = in.flag();
        if (any) {
            timeNanos = in.signed();
            sequence = in.signed();
            Value value = new Value();
            in.kept(value);
            slot = value.slot();
            kept = value.keptOrNull(kind);
        }
    }
}
