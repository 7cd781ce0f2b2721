package io.tripline.engine.match;

import io.tripline.engine.event.Event;

/** The order of events within a key: event time, then journal position. */
final class Order {

    private Order() {}

    static int compare(Event event, Event other) {
        int byTime = Long.compare(event.timeNanos(), other.timeNanos());
        if (byTime != 0) {
            return byTime;
        }
        int bySequence = Long.compare(event.sequence(), other.sequence());
        return bySequence != 0 ? bySequence : Integer.compare(event.ordinal(), other.ordinal());
    }
}
