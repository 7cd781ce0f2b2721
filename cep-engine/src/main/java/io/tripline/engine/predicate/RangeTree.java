package io.tripline.engine.predicate;

import java.util.ArrayList;
import java.util.List;

/**
 * For one field, the ranges that hold a value, in O(log n) and a step for each of them: the interval tree of Cormen,
 * Leiserson, Rivest and Stein, "Introduction to Algorithms", 3rd edition, §14.3, laid out in arrays. The ranges are sorted
 * by their lower ends; the root of a part of the array is its middle, and knows the range of its part that ends last.
 */
final class RangeTree {

    /** A range and the number of its predicate. */
    record Entry(SlotRange range, int predicate) {}

    private final int field;
    private final SlotRange[] ranges;
    private final int[] predicates;
    /** By root: the range of the part that ends last. */
    private final SlotRange[] endsLast;

    RangeTree(int field, List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> {
            int lower = a.range().compareLower(b.range());
            return lower != 0 ? lower : a.range().compareUpper(b.range());
        });
        this.field = field;
        this.ranges = sorted.stream().map(Entry::range).toArray(SlotRange[]::new);
        this.predicates = sorted.stream().mapToInt(Entry::predicate).toArray();
        this.endsLast = new SlotRange[ranges.length];
        build(0, ranges.length);
    }

    int field() {
        return field;
    }

    private SlotRange build(int from, int to) {
        int root = (from + to) >>> 1;
        SlotRange last = ranges[root];
        if (from < root) {
            last = later(last, build(from, root));
        }
        if (root + 1 < to) {
            last = later(last, build(root + 1, to));
        }
        endsLast[root] = last;
        return last;
    }

    private static SlotRange later(SlotRange a, SlotRange b) {
        return a.compareUpper(b) >= 0 ? a : b;
    }

    /**
     * Writes down the predicates whose ranges hold the slot.
     *
     * @param into has room for all
     * @return how many
     */
    int find(long slot, int[] into) {
        return ranges.length == 0 ? 0 : find(0, ranges.length, slot, into, 0);
    }

    private int find(int from, int to, long slot, int[] into, int alreadyFound) {
        int root = (from + to) >>> 1;
        if (!endsLast[root].isBelowUpper(slot)) {
            return alreadyFound;
        }
        int found = alreadyFound;
        if (from < root) {
            found = find(from, root, slot, into, found);
        }
        if (!ranges[root].isAboveLower(slot)) {
            // Those behind begin no earlier.
            return found;
        }
        if (ranges[root].isBelowUpper(slot)) {
            into[found] = predicates[root];
            found++;
        }
        return root + 1 < to ? find(root + 1, to, slot, into, found) : found;
    }

    int size() {
        return ranges.length;
    }
}
