package io.tripline.engine.table;

import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.event.Event;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.PlainValues;
import java.util.OptionalLong;

/** The entries of one list. */
public final class ListEntries {

    /** @param untilNanos the last time at which it is on the list; {@link Long#MAX_VALUE} for ever */
    private record Entry(long untilNanos) {}

    private final VersionedMap<Entry> entries = new VersionedMap<>();
    private final FieldType element;
    private OptionalLong expiryNanos;

    ListEntries(ListPlan plan) {
        this.element = plan.element();
        this.expiryNanos = plan.expiryNanos();
    }

    /** Whether the entries fit another declaration. */
    boolean isOf(ListPlan other) {
        return element.equals(other.element());
    }

    /** The form in which a value from outside is looked up. */
    Object canonical(Object value) {
        return PlainValues.canonical(value, element);
    }

    /** What is added from now on stays for that long when nothing else is said. */
    void changeExpiry(OptionalLong nanos) {
        expiryNanos = nanos;
    }

    /**
     * Whether the value is on the list for that event.
     *
     * @param value as {@link Event#valueAt} gives it
     */
    public boolean contains(Object value, Event event) {
        Entry entry = entries.getOrNull(value, event);
        return entry != null && event.timeNanos() <= entry.untilNanos();
    }

    /** An entry is made at that time, by the input at that place; gives the last time at which it is there. */
    long add(Object value, OptionalLong forNanos, long timeNanos, long sequence, int ordinal) {
        OptionalLong stays = forNanos.isPresent() ? forNanos : expiryNanos;
        long untilNanos = stays.isPresent() ? saturatedSum(timeNanos, stays.getAsLong()) : Long.MAX_VALUE;
        entries.put(value, new Entry(untilNanos), sequence, ordinal);
        return untilNanos;
    }

    private static long saturatedSum(long timeNanos, long nanos) {
        long sum = timeNanos + nanos;
        return sum < timeNanos ? Long.MAX_VALUE : sum;
    }

    void remove(Object value, long sequence, int ordinal) {
        entries.put(value, null, sequence, ordinal);
    }

    /** Forgets what no event from that position and time on can see; gives how much is left. */
    int prune(long oldestSequence, long oldestNanos) {
        return entries.prune(oldestSequence, entry -> entry.untilNanos() < oldestNanos);
    }

    void writeState(StateWriter out) {
        entries.writeState(out, (entry, to) -> to.signed(entry.untilNanos()));
    }

    void readState(StateReader in) {
        entries.readState(in, from -> new Entry(from.signed()));
    }
}
