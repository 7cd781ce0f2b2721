package io.tripline.engine.match;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
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

    void writeState(StateWriter out) {
        out.number(bits.length);
        for (long word : bits) {
            out.number(word);
        }
    }

    static ClosedWays read(StateReader in) {
        int length = in.count();
        if (length == 0) {
            return NONE;
        }
        long[] bits = new long[length];
        for (int i = 0; i < length; i++) {
            bits[i] = in.number();
        }
        return new ClosedWays(bits);
    }
}
