package io.tripline.examples;

import java.time.Instant;

/** Names events so that a node which remembers an earlier stream takes none of them for a duplicate. */
final class EventIds {

    private final String stream;
    private long count;

    EventIds(Instant start) {
        stream = Long.toString(start.toEpochMilli(), Character.MAX_RADIX);
    }

    String next(String prefix) {
        count++;
        return prefix + "-" + stream + "-" + count;
    }
}
