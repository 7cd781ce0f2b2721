package io.tripline.engine.match;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.Arrays;

/** A set of small numbers. Never changes. */
final class NumberSet {

    static final NumberSet EMPTY = new NumberSet(new long[0]);

    private final long[] bits;

    private NumberSet(long[] bits) {
        this.bits = bits;
    }

    boolean has(int number) {
        int word = number >> 6;
        return word < bits.length && (bits[word] & 1L << number) != 0;
    }

    NumberSet with(int number) {
        if (has(number)) {
            return this;
        }
        long[] more = Arrays.copyOf(bits, Math.max(bits.length, (number >> 6) + 1));
        more[number >> 6] |= 1L << number;
        return new NumberSet(more);
    }

    void writeState(StateWriter out) {
        out.number(bits.length);
        for (long word : bits) {
            out.number(word);
        }
    }

    static NumberSet read(StateReader in) {
        int length = in.count();
        if (length == 0) {
            return EMPTY;
        }
        long[] bits = new long[length];
        for (int i = 0; i < length; i++) {
            bits[i] = in.number();
        }
        return new NumberSet(bits);
    }
}
