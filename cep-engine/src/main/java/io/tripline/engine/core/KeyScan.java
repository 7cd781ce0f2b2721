package io.tripline.engine.core;

import java.util.function.ObjIntConsumer;

/**
 * Goes over the keys of a table as they were at one moment, a few at a time, while the table changes: a key is written
 * before it changes for the first time since then, or when the scan comes to its place.
 *
 * <p>It looks at the array that the table had at that moment. A bit for each place says whether what was there has been
 * written, or whether there was nothing. So a key may be moved only when it has been written, and what is new is noted as
 * written; an array that the table has exchanged for another stays as it is.
 */
final class KeyScan {
    private static final int BITS = 6;

    private final KeyState[] states;
    private final long[] done;
    private final ObjIntConsumer<KeyState> writer;
    private int next;

    /**
     * A scan that has written nothing.
     *
     * @param states the places of the table, which go on being the table's
     * @param writer gets each key and the place it had
     */
    KeyScan(KeyState[] states, ObjIntConsumer<KeyState> writer) {
        this.states = states;
        this.done = new long[(states.length >> BITS) + 1];
        this.writer = writer;
    }

    boolean isOver(KeyState[] places) {
        return states == places;
    }

    /** Goes over further places; gives whether that was all. */
    boolean writeSome(int places) {
        int end = (int) Math.min(states.length, (long) next + places);
        for (; next < end; next++) {
            write(next);
        }
        return next == states.length;
    }

    /** Writes what was at a place, unless it has been. */
    void write(int place) {
        if (states[place] != null && isToDo(place)) {
            noteDone(place);
            writer.accept(states[place], place);
        }
    }

    private boolean isToDo(int place) {
        return (done[place >> BITS] & 1L << place) == 0;
    }

    /** What comes to that place is new. */
    void noteDone(int place) {
        done[place >> BITS] |= 1L << place;
    }

    /** The key is about to change. */
    void beforeChange(KeyState state, int tag) {
        int mask = states.length - 1;
        for (int place = tag & mask; states[place] != null; place = place + 1 & mask) {
            if (states[place] == state) {
                write(place);
                return;
            }
        }
    }
}
