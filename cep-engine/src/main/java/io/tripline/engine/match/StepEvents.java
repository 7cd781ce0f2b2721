package io.tripline.engine.match;

import io.tripline.engine.event.Event;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.Arrays;

/** The events that one step may have taken, oldest first: a queue in arrays that are used round and round. */
final class StepEvents {

    private static final int INITIAL_CAPACITY = 4;

    private Event[] events = new Event[INITIAL_CAPACITY];
    /** For each event its place among all, and the number of the latest start from which it can be reached. */
    private long[] placesAndStarts = new long[2 * INITIAL_CAPACITY];

    private int head;
    private int size;

    StepEvents() {}

    private StepEvents(StepEvents other) {
        this.events = other.events.clone();
        this.placesAndStarts = other.placesAndStarts.clone();
        this.head = other.head;
        this.size = other.size;
    }

    StepEvents copy() {
        return new StepEvents(this);
    }

    int size() {
        return size;
    }

    Event event(int rank) {
        return events[head + rank & events.length - 1];
    }

    /** Rises with the rank. */
    long place(int rank) {
        return placesAndStarts[2 * (head + rank & events.length - 1)];
    }

    /** Does not fall with the rank. */
    long latestStart(int rank) {
        return placesAndStarts[2 * (head + rank & events.length - 1) + 1];
    }

    void add(Event event, long place, long latestStart) {
        if (size == events.length) {
            grow();
        }
        int at = head + size & events.length - 1;
        events[at] = event;
        placesAndStarts[2 * at] = place;
        placesAndStarts[2 * at + 1] = latestStart;
        size++;
    }

    private void grow() {
        Event[] grown = Arrays.copyOf(Arrays.copyOfRange(events, head, size), 2 * size);
        System.arraycopy(events, 0, grown, size - head, head);
        long[] longs = Arrays.copyOf(Arrays.copyOfRange(placesAndStarts, 2 * head, 2 * size), 4 * size);
        System.arraycopy(placesAndStarts, 0, longs, 2 * (size - head), 2 * head);
        events = grown;
        placesAndStarts = longs;
        head = 0;
    }

    void removeFirst() {
        events[head] = null;
        head = head + 1 & events.length - 1;
        size--;
    }

    /** The rank of the last event before a place; −1 when there is none. */
    int lastBefore(long place) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (place(middle) < place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    void writeState(StateWriter out) {
        out.number(size);
        long place = 0;
        long start = 0;
        for (int rank = 0; rank < size; rank++) {
            out.event(event(rank)).number(place(rank) - place).number(latestStart(rank) - start);
            place = place(rank);
            start = latestStart(rank);
        }
    }

    /** An empty queue becomes the one that was written. */
    void readState(StateReader in) {
        long place = 0;
        long start = 0;
        for (int left = in.count(); left > 0; left--) {
            Event event = in.eventOrNull();
            place += in.number();
            start += in.number();
            add(event, place, start);
        }
    }
}
