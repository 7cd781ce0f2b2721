package io.tripline.engine.window;

import io.tripline.engine.aggregate.ValueSet;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A queue of times with their values, oldest first, in an array that is used round and round.
 *
 * <p>Times and slots stand side by side, so that one line of the cache holds both; a ring for times alone has no slots.
 * What must be kept beside them has an array only when somebody puts something in.
 */
final class EntryRing {

    private static final int INITIAL_CAPACITY = 4;

    /** Longs for an entry: its time, and its slot if it has one. */
    private final int width;

    private long[] entries;
    private Object[] kept;
    private int head;
    private int size;

    private EntryRing(int width) {
        this.width = width;
        this.entries = new long[width * INITIAL_CAPACITY];
    }

    private EntryRing(EntryRing other) {
        this.width = other.width;
        this.entries = other.entries.clone();
        this.kept = other.kept == null ? null : other.kept.clone();
        this.head = other.head;
        this.size = other.size;
    }

    static EntryRing ofTimes() {
        return new EntryRing(1);
    }

    static EntryRing ofTimesAndSlots() {
        return new EntryRing(2);
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

    /** The time of the first entry; there must be one, as for all that follow. */
    long firstTime() {
        return entries[head * width];
    }

    long firstSlot() {
        return entries[head * width + 1];
    }

    Object firstKept() {
        return kept == null ? null : kept[head];
    }

    void readFirst(Value into) {
        into.setKept(firstSlot(), firstKept());
    }

    void readLast(Value into) {
        int last = place(size - 1);
        into.setKept(entries[last * width + 1], kept == null ? null : kept[last]);
    }

    void addTime(long time) {
        if (size * width == entries.length) {
            grow();
        }
        entries[place(size) * width] = time;
        size++;
    }

    void add(long time, long slot, Object beside) {
        addTime(time);
        int last = place(size - 1);
        entries[last * width + 1] = slot;
        if (beside != null && kept == null) {
            kept = new Object[entries.length / width];
        }
        if (kept != null) {
            kept[last] = beside;
        }
    }

    void removeFirst() {
        if (kept != null) {
            kept[head] = null;
        }
        head = place(1);
        size--;
    }

    void removeLast() {
        size--;
        if (kept != null) {
            kept[place(size)] = null;
        }
    }

    /** Where the entry of that rank is; the capacity is a power of two. */
    private int place(int rank) {
        return head + rank & (entries.length >> width - 1) - 1;
    }

    /** Makes a full ring twice as long; the first entry then is at the start. */
    private void grow() {
        int capacity = size;
        int fromHead = capacity - head;
        long[] grown = new long[2 * entries.length];
        System.arraycopy(entries, head * width, grown, 0, fromHead * width);
        System.arraycopy(entries, 0, grown, fromHead * width, head * width);
        entries = grown;
        if (kept != null) {
            Object[] grownKept = Arrays.copyOf(Arrays.copyOfRange(kept, head, capacity), 2 * capacity);
            System.arraycopy(kept, 0, grownKept, fromHead, head);
            kept = grownKept;
        }
        head = 0;
    }

    /** Writes the entries, oldest first. */
    void writeState(StateWriter out) {
        out.number(size);
        long before = 0;
        for (int rank = 0; rank < size; rank++) {
            int place = place(rank);
            long time = entries[place * width];
            out.signed(time - before);
            before = time;
            if (width == 2) {
                out.kept(entries[place * width + 1], kept == null ? null : kept[place]);
            }
        }
    }

    /** An empty ring becomes the one that was written, with values of that kind. */
    void readState(StateReader in, ValueKind kind) {
        Value value = new Value();
        long time = 0;
        for (int left = in.count(); left > 0; left--) {
            time += in.signed();
            if (width == 2) {
                in.kept(value);
                add(time, value.slot(), value.keptOrNull(kind));
            } else {
                addTime(time);
            }
        }
    }

    /** Writes the times of the entries and, once each, the values in a set that their slots are the numbers of. */
    void writeState(StateWriter out, ValueSet values) {
        out.number(size);
        Map<Long, Integer> known = new LinkedHashMap<>();
        long before = 0;
        for (int rank = 0; rank < size; rank++) {
            int place = place(rank);
            out.signed(entries[place * width] - before);
            before = entries[place * width];
            Integer number = known.putIfAbsent(entries[place * width + 1], known.size() + 1);
            out.number(number == null ? 0 : number);
            if (number == null) {
                values.writeValue((int) entries[place * width + 1], out);
            }
        }
    }

    /** An empty ring, and an empty set for the values, become those that were written. */
    void readState(StateReader in, ValueSet values) {
        List<Value> known = new ArrayList<>();
        long time = 0;
        for (int left = in.count(); left > 0; left--) {
            time += in.signed();
            int number = in.count();
            if (number == 0) {
                Value value = new Value();
                in.kept(value);
                known.add(value);
            }
            add(time, values.add(known.get(number == 0 ? known.size() - 1 : number - 1)), null);
        }
    }
}
