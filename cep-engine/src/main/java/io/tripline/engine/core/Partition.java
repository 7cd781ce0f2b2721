package io.tripline.engine.core;

import io.tripline.engine.event.ByteHash;

/**
 * The share of an engine: it sees every input, so that time is the same everywhere, and handles the keys that hash to
 * it. What an event without regard to keys causes (late events, events whose key is missing) is counted and told by
 * partition 0.
 *
 * @param index from 0
 * @param count how many engines share the work
 */
public record Partition(int index, int count) {

    /** One engine does all the work. */
    public static final Partition ALL = new Partition(0, 1);

    public Partition {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("there is no partition " + index + " of " + count);
        }
    }

    boolean handles(long keyHash) {
        // Mixed once more: the tables take the same hash's lower bits.
        return count == 1 || Long.remainderUnsigned(ByteHash.mix(keyHash), count) == index;
    }

    boolean isFirst() {
        return index == 0;
    }
}
