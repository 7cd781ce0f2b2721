package io.tripline.engine.match;

import java.util.Arrays;

/** Places of ways that are closed. Never changes. */
final class ClosedWays {

    static final ClosedWays NONE = new ClosedWays(new long[0]);

    private final long[] bits;

    private ClosedWays(long[] bits) {
        this.bits = bits;
    }

    boolean has(int place) {
        int word = place >> 6;
        return word < bits.length && (bits[word] & 1L << place) != 0;
    }

    ClosedWays with(int place) {
        if (has(place)) {
            return this;
        }
        long[] more = Arrays.copyOf(bits, Math.max(bits.length, (place >> 6) + 1));
        more[place >> 6] |= 1L << place;
        return new ClosedWays(more);
    }
}
