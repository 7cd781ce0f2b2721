package io.tripline.engine.core;

import io.tripline.engine.event.ByteHash;

/**
 * The share of an engine: it sees every input, so that time is the same everywhere, and handles the keys that hash to
 * it. What an event without regard to keys causes (late events, events whose key is missing) is counted and told by
 * partition 0.
 *
 * @param index from 0
 * @param count how many engines share the work, at most 256
 */
public record Partition(int index, int count) {

    /** The keys are split into so many parts, each of which is in one partition. */
    static final int SLICES = 256;

    private static final int SLICE_BITS = 8;

    /** One engine does all the work. */
    public static final Partition ALL = new Partition(0, 1);

    public Partition {
        if (count < 1 || count > SLICES || index < 0 || index >= count) {
            throw new IllegalArgumentException("there is no partition " + index + " of " + count);
        }
    }

    boolean handles(long keyHash) {
        return count == 1 || slice(keyHash) % count == index;
    }

    /** The slice of the key with that hash, from 0; the same whatever the number of partitions. */
    static int slice(long keyHash) {
        // Mixed once more: the tables take the same hash's lower bits.
        return (int) (ByteHash.mix(keyHash) >>> Long.SIZE - SLICE_BITS);
    }

    boolean isFirst() {
        return index == 0;
    }
}
