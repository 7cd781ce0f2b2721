package io.tripline.engine.window;

import io.tripline.engine.value.Value;
import java.util.Arrays;

/**
 * A queue of times with their values, oldest first, in arrays that are used round and round.
 *
 * <p>Values and what must be kept beside them have arrays only when somebody puts them in.
 */
final class EntryRing {

    private static final int INITIAL_CAPACITY = 4;

    private long[] times = new long[INITIAL_CAPACITY];
    private long[] slots;
    private Object[] kept;
    private int head;
    private int size;

    EntryRing() {}

    private EntryRing(EntryRing other) {
        this.times = other.times.clone();
        this.slots = other.slots == null ? null : other.slots.clone();
        this.kept = other.kept == null ? null : other.kept.clone();
        this.head = other.head;
        this.size = other.size;
    }

    EntryRing copy() {
        return new EntryRing(this);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long firstTime() {
        return times[head];
    }

    long firstSlot() {
        return slots[head];
    }

    Object firstKept() {
        return kept == null ? null : kept[head];
    }

    long lastTime() {
        return times[last()];
    }

    void readFirst(Value into) {
        into.setKept(slots[head], firstKept());
    }

    void readLast(Value into) {
        int last = last();
        into.setKept(slots[last], kept == null ? null : kept[last]);
    }

    void addTime(long time) {
        if (size == times.length) {
            grow();
        }
        times[head + size & times.length - 1] = time;
        size++;
    }

    void add(long time, long slot, Object beside) {
        addTime(time);
        if (slots == null) {
            slots = new long[times.length];
        }
        slots[last()] = slot;
        if (beside != null && kept == null) {
            kept = new Object[times.length];
        }
        if (kept != null) {
            kept[last()] = beside;
        }
    }

    void removeFirst() {
        if (kept != null) {
            kept[head] = null;
        }
        head = head + 1 & times.length - 1;
        size--;
    }

    void removeLast() {
        if (kept != null) {
            kept[last()] = null;
        }
        size--;
    }

    private int last() {
        return head + size - 1 & times.length - 1;
    }

    private void grow() {
        int capacity = times.length;
        times = unrolled(times);
        slots = slots == null ? null : unrolled(slots);
        if (kept != null) {
            Object[] grown = Arrays.copyOfRange(kept, head, head + 2 * capacity);
            System.arraycopy(kept, 0, grown, capacity - head, head);
            Arrays.fill(grown, capacity, grown.length, null);
            kept = grown;
        }
        head = 0;
    }

    /** Twice as long, the entries from the start on. */
    private long[] unrolled(long[] ring) {
        long[] grown = new long[2 * ring.length];
        System.arraycopy(ring, head, grown, 0, ring.length - head);
        System.arraycopy(ring, 0, grown, ring.length - head, head);
        return grown;
    }
}
