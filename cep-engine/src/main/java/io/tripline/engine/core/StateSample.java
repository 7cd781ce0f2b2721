package io.tripline.engine.core;

import io.tripline.engine.snapshot.StateWriter;

/** Estimates what the states of a rule's keys take when they are written, by writing a few of them now and then. */
final class StateSample {

    private static final int KEYS = 16;
    private static final int PLACES = 64;

    private int place;
    private long bytes;
    private long written;

    /** Looks at the next few places of the table. */
    void lookOn(KeyTable keys, RuleParts rule, StateWriter out) {
        long bytesNow = 0;
        long writtenNow = 0;
        for (int looked = 0; looked < PLACES && looked < keys.capacity() && writtenNow < KEYS; looked++) {
            place = place + 1 < keys.capacity() ? place + 1 : 0;
            KeyState state = keys.atOrNull(place);
            if (state != null) {
                out.clear();
                state.writeState(rule, out);
                bytesNow += out.length();
                writtenNow++;
            }
        }
        if (writtenNow > 0) {
            // The latest keys count as much as all before, so that the estimate follows what changes.
            bytes = bytes / 2 + bytesNow;
            written = written / 2 + writtenNow;
        }
    }

    /** Of so many keys. */
    long bytesOf(long keys) {
        return written == 0 ? 0 : Math.round((double) bytes / written * keys);
    }
}
