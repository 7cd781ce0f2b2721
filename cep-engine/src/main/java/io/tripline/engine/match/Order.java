package io.tripline.engine.match;

import io.tripline.engine.event.Event;

/** The order of events within a key: event time, then journal position. */
final class Order {

    private Order() {}

    static int compare(Event event, Event other) {
        int byTime = Long.compare(event.timeNanos(), other.timeNanos());
        return byTime != 0 ? byTime : Long.compare(event.sequence(), other.sequence());
    }
}
