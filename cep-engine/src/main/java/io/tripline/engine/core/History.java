package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The part of a key's past that a late event may still change: its events in their order, and the alerts they have
 * caused.
 */
final class History {

    /** An event and what the rule does with its type. */
    record Arrival(Event event, TypeUse use) {}

    /** An alert and the event that completed its match. */
    record Standing(Event cause, Alert alert) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();

    boolean isEmpty() {
        return arrivals.isEmpty();
    }

    List<Arrival> arrivals() {
        return Collections.unmodifiableList(arrivals);
    }

    List<Standing> standing() {
        return Collections.unmodifiableList(standing);
    }

    /** How many events have at most that time; they are the first. */
    int countThrough(long timeNanos) {
        int count = 0;
        while (count < arrivals.size() && arrivals.get(count).event().timeNanos() <= timeNanos) {
            count++;
        }
        return count;
    }

    /**
     * Puts the newest arrival in its place: behind all events that are not later.
     *
     * @return whether that is the last place
     */
    boolean insert(Arrival arrival) {
        int place = arrivals.size();
        while (place > 0
                && arrivals.get(place - 1).event().timeNanos() > arrival.event().timeNanos()) {
            place--;
        }
        arrivals.add(place, arrival);
        return place == arrivals.size() - 1;
    }

    void addStanding(Standing alert) {
        standing.add(alert);
    }

    void replaceStanding(List<Standing> alerts) {
        standing.clear();
        standing.addAll(alerts);
    }

    /** Forgets the first events and the alerts they have caused: nothing can change them any more. */
    void forgetFirst(int count) {
        List<Arrival> settled = arrivals.subList(0, count);
        Event last = settled.get(count - 1).event();
        int alerts = 0;
        while (alerts < standing.size() && !isBehind(standing.get(alerts).cause(), last)) {
            alerts++;
        }
        standing.subList(0, alerts).clear();
        settled.clear();
    }

    private static boolean isBehind(Event event, Event other) {
        return event.timeNanos() != other.timeNanos()
                ? event.timeNanos() > other.timeNanos()
                : event.sequence() > other.sequence();
    }
}
