package io.tripline.engine.aggregate;

import io.tripline.engine.event.ByteHash;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import io.tripline.engine.value.ValueList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A counted set: how often it holds each value. Every different value has a number, valid until its count is 0; without
 * removals the numbers rise from 0 in the order of insertion.
 *
 * <p>Open addressing with linear probing over the numbers (Knuth, TAOCP vol. 3, 6.4, algorithm R for removal).
 */
public final class ValueSet {

    private static final int INITIAL_CAPACITY = 4;
    private static final int EMPTY = -1;

    /** The part of a median. */
    static final BigDecimal HALF = new BigDecimal("0.5");

    private final ValueKind kind;
    private long[] slots = new long[INITIAL_CAPACITY];
    private Object[] kept;
    private int[] counts = new int[INITIAL_CAPACITY];
    private int[] table = emptyTable(2 * INITIAL_CAPACITY);
    private int used;
    private int size;
    private int firstFree = EMPTY;
    private final Value left = new Value();
    private final Value right = new Value();

    public ValueSet(ValueKind kind) {
        this.kind = kind;
    }

    private ValueSet(ValueSet other) {
        this.kind = other.kind;
        this.slots = other.slots.clone();
        this.kept = other.kept == null ? null : other.kept.clone();
        this.counts = other.counts.clone();
        this.table = other.table.clone();
        this.used = other.used;
        this.size = other.size;
        this.firstFree = other.firstFree;
    }

    public ValueSet copy() {
        return new ValueSet(this);
    }

    /** A set of the values with a number below {@code count}, each counted once; only for a set without removals. */
    ValueSet first(int count) {
        ValueSet first = new ValueSet(kind);
        Value value = new Value();
        for (int number = 0; number < count; number++) {
            value.setKept(slots[number], kept == null ? null : kept[number]);
            first.add(value);
        }
        return first;
    }

    /** How many different values there are. */
    public int size() {
        return size;
    }

    /** The number of the value, or −1. */
    public int find(Value value) {
        int place = place(value.slot());
        while (table[place] != EMPTY) {
            int number = table[place];
            if (value.equalsKept(slots[number], kept == null ? null : kept[number])) {
                return number;
            }
            place = place + 1 & table.length - 1;
        }
        return EMPTY;
    }

    /** Counts the value once more; gives its number. */
    public int add(Value value) {
        int number = find(value);
        if (number == EMPTY) {
            number = newNumber();
            slots[number] = value.slot();
            Object beside = value.keptOrNull(kind);
            if (beside != null) {
                if (kept == null) {
                    kept = new Object[slots.length];
                }
                kept[number] = beside;
            }
            size++;
            insert(number);
        }
        counts[number]++;
        return number;
    }

    /** Counts the value of that number once less, and forgets it at 0. */
    public void remove(int number) {
        counts[number]--;
        if (counts[number] > 0) {
            return;
        }
        int place = place(slots[number]);
        while (table[place] != number) {
            place = place + 1 & table.length - 1;
        }
        closeGap(place);
        if (kept != null) {
            kept[number] = null;
        }
        size--;
        if (size == 0) {
            used = 0;
            firstFree = EMPTY;
        } else {
            // Free numbers are chained through their slots.
            slots[number] = firstFree;
            firstFree = number;
        }
    }

    /** Counts all that another set of the same kind holds, as often as it does. */
    void addAll(ValueSet other) {
        Value value = new Value();
        for (int number = 0; number < other.used; number++) {
            if (other.counts[number] > 0) {
                other.read(number, value);
                // Adding may make the counts another array.
                int mine = add(value);
                counts[mine] += other.counts[number] - 1;
            }
        }
    }

    /** Shows every different value once, in the order of their numbers. */
    void forEach(Consumer<Value> visitor) {
        Value value = new Value();
        for (int number = 0; number < used; number++) {
            if (counts[number] > 0) {
                read(number, value);
                visitor.accept(value);
            }
        }
    }

    private void read(int number, Value into) {
        into.setKept(slots[number], kept == null ? null : kept[number]);
    }

    /** How many different values there are. */
    void readSize(Value into) {
        into.setSlot(size);
    }

    /**
     * The smallest value that at least this part of the values are not above; missing when there are none.
     *
     * @param part 0 to 1
     */
    void readQuantile(BigDecimal part, Value into) {
        List<Integer> numbers = held();
        numbers.sort(this::compare);
        long total = numbers.stream().mapToLong(number -> counts[number]).sum();
        long rank = Math.max(
                1,
                part.multiply(BigDecimal.valueOf(total))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
        into.setMissing();
        long below = 0;
        for (int number : numbers) {
            below += counts[number];
            if (below >= rank) {
                read(number, into);
                return;
            }
        }
    }

    /** The most frequent values as a {@link ValueList}, those of equal counts in their order. */
    public void readTop(int most, Value into) {
        List<Integer> numbers = held();
        numbers.sort((a, b) -> counts[a] != counts[b] ? Integer.compare(counts[b], counts[a]) : compare(a, b));
        List<Value> values = new ArrayList<>();
        for (int number : numbers.subList(0, Math.min(most, numbers.size()))) {
            Value value = new Value();
            read(number, value);
            values.add(value);
        }
        ValueList.write(values, kind, into);
    }

    private List<Integer> held() {
        List<Integer> numbers = new ArrayList<>(size);
        for (int number = 0; number < used; number++) {
            if (counts[number] > 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private int compare(int one, int other) {
        read(one, left);
        read(other, right);
        return left.compareTo(right, kind);
    }

    private int newNumber() {
        if (firstFree != EMPTY) {
            int number = firstFree;
            firstFree = (int) slots[number];
            return number;
        }
        if (used == slots.length) {
            grow();
        }
        return used++;
    }

    private void grow() {
        int capacity = 2 * slots.length;
        slots = Arrays.copyOf(slots, capacity);
        counts = Arrays.copyOf(counts, capacity);
        if (kept != null) {
            kept = Arrays.copyOf(kept, capacity);
        }
        // Only a set without free numbers grows, so every number used is in the table.
        table = emptyTable(2 * capacity);
        for (int number = 0; number < used; number++) {
            insert(number);
        }
    }

    private void insert(int number) {
        int place = place(slots[number]);
        while (table[place] != EMPTY) {
            place = place + 1 & table.length - 1;
        }
        table[place] = number;
    }

    private void closeGap(int gap) {
        int hole = gap;
        int place = gap;
        while (true) {
            place = place + 1 & table.length - 1;
            int number = table[place];
            if (number == EMPTY) {
                table[hole] = EMPTY;
                return;
            }
            int home = place(slots[number]);
            if ((place - home & table.length - 1) >= (place - hole & table.length - 1)) {
                table[hole] = number;
                hole = place;
            }
        }
    }

    private int place(long slot) {
        return (int) ByteHash.mix(slot) & table.length - 1;
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }

    /** Writes a set without removals: its values in the order of their numbers, and how often it holds each. */
    void writeState(StateWriter out) {
        out.number(size);
        for (int number = 0; number < used; number++) {
            out.kept(slots[number], kept == null ? null : kept[number]).number(counts[number]);
        }
    }

    /** An empty set becomes the one that was written. */
    void readState(StateReader in) {
        Value value = new Value();
        for (int left = in.count(); left > 0; left--) {
            in.kept(value);
            // Adding may make the counts another array.
            int number = add(value);
            counts[number] += in.count() - 1;
        }
    }

    /** Writes the value of that number, which is in the set. */
    public void writeValue(int number, StateWriter out) {
        out.kept(slots[number], kept == null ? null : kept[number]);
    }
}
