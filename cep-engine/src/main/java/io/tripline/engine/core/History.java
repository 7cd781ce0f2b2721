package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The part of a key's past that a late event may still change: its events in their order, and the alerts of the matches
 * that became complete since then.
 */
final class History {

    /** An event and what the rule does with its type. */
    record Arrival(Event event, TypeUse use) {}

    /**
     * A match that was found.
     *
     * @param momentNanos the time at which its match became complete
     * @param dueNanos it stands when time is later than this
     */
    record Standing(Firing firing, long momentNanos, long dueNanos) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private boolean stale;
    /** Ids of alerts that stood when this version began to hold, so that nothing is told of them. */
    private Set<String> quiet = Set.of();

    /** Whether the events have read what is different now, so that they have to be gone over again. */
    boolean isStale() {
        return stale;
    }

    void setStale(boolean hasChanged) {
        stale = hasChanged;
    }

    /** A version begins to hold: of what stands already nothing is told, nor of what becomes of it. */
    void keepQuiet(Predicate<Standing> stands, UnaryOperator<Firing> silenced) {
        quiet = new TreeSet<>(quiet);
        standing.replaceAll(each -> {
            if (!stands.test(each)) {
                return each;
            }
            Firing firing = silenced.apply(each.firing());
            quiet.add(firing.alert().id());
            return new Standing(firing, each.momentNanos(), each.dueNanos());
        });
    }

    boolean isQuiet(String alert) {
        return quiet.contains(alert);
    }

    boolean isEmpty() {
        return arrivals.isEmpty() && standing.isEmpty();
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

    /** Forgets an arrival, by the identity of its event; false when it is not there. */
    boolean remove(Event event) {
        String type = event.layout().name();
        return arrivals.removeIf(arrival -> arrival.event().layout().name().equals(type)
                && arrival.event().identity().equals(event.identity()));
    }

    void addStanding(Standing alert) {
        standing.add(alert);
    }

    void replaceStanding(List<Standing> alerts) {
        standing.clear();
        standing.addAll(alerts);
    }

    /** Forgets the first events, and the alerts of moments up to that time: nothing can change them any more. */
    void forgetThrough(int events, long timeNanos) {
        arrivals.subList(0, events).clear();
        int alerts = 0;
        while (alerts < standing.size() && standing.get(alerts).momentNanos() <= timeNanos) {
            alerts++;
        }
        standing.subList(0, alerts).clear();
        if (standing.isEmpty()) {
            quiet = Set.of();
        }
    }

    /** Writes the events that are not settled, and the matches; the rule's parts say what these refer to. */
    void writeState(RuleParts rule, StateWriter out) {
        if (stale) {
            throw new IllegalStateException(
                    "the events of a key are to be gone over again before its state is written");
        }
        out.number(arrivals.size());
        for (Arrival arrival : arrivals) {
            out.number(rule.uses().indexOf(arrival.use())).event(arrival.event());
            rule.ownKeys().writeReadings(arrival.event(), out);
        }
        out.number(standing.size());
        for (Standing each : standing) {
            out.signed(each.momentNanos()).signed(each.dueNanos());
            rule.firings().writeState(each.firing(), out);
        }
        out.number(quiet.size());
        quiet.forEach(out::text);
    }

    /** What is empty becomes what was written. */
    void readState(RuleParts rule, StateReader in) {
        for (int left = in.count(); left > 0; left--) {
            TypeUse use = rule.uses().get(in.count());
            Arrival arrival = new Arrival(in.eventOrNull(), use);
            rule.ownKeys().readReadings(arrival.event(), in);
            arrivals.add(arrival);
        }
        for (int left = in.count(); left > 0; left--) {
            long momentNanos = in.signed();
            long dueNanos = in.signed();
            standing.add(new Standing(rule.firings().read(in), momentNanos, dueNanos));
        }
        for (int left = in.count(); left > 0; left--) {
            quiet = quiet.isEmpty() ? new TreeSet<>() : quiet;
            quiet.add(in.text());
        }
    }
}
