package io.tripline.engine.predicate;

import io.tripline.engine.event.ByteHash;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * For one field, the predicates that may hold for a value: a hash table of flat arrays with linear probing, at most half
 * full. Different texts of one hash share an entry, so what is found still has to be asked.
 */
final class EqualityTable {

    private static final int[] NOTHING = {};

    private final int field;
    private final boolean isText;
    private final long[] lookups;
    private final int[][] predicates;
    private final int mask;

    /** The numbers of predicates by the lookup number of a value. */
    EqualityTable(int field, boolean isText, Map<Long, List<Integer>> predicatesByLookup) {
        this.field = field;
        this.isText = isText;
        int size = Integer.highestOneBit(Math.max(1, predicatesByLookup.size())) * 4;
        this.mask = size - 1;
        this.lookups = new long[size];
        this.predicates = new int[size][];
        Arrays.fill(predicates, NOTHING);
        predicatesByLookup.forEach((lookup, numbers) -> {
            int place = place(lookup);
            lookups[place] = lookup;
            predicates[place] = numbers.stream().mapToInt(Integer::intValue).toArray();
        });
    }

    int field() {
        return field;
    }

    boolean isText() {
        return isText;
    }

    /** The predicates to be asked; not to be written. */
    int[] find(long lookup) {
        return predicates[place(lookup)];
    }

    /** Where the number is, or would be. */
    private int place(long lookup) {
        int place = (int) ByteHash.mix(lookup) & mask;
        while (predicates[place].length > 0 && lookups[place] != lookup) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
