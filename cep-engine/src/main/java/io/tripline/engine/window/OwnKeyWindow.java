package io.tripline.engine.window;

import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A window that is read from many places: the events of one own key, for whoever asks.
 *
 * <p>As long as nothing can come out of order there is one window. Where something can, there are also the events that
 * others may still come between, and the window without them; from these it is read as it is at an earlier event. Who has
 * read is remembered for as long, so that he can be told when an event comes before what he has read.
 *
 * @param <R> who reads
 */
final class OwnKeyWindow<R> {

    /** @param readerOrNull null for one that nobody asks about any more */
    private record Reading<R>(R readerOrNull, Event at) {}

    private final Feature feature;
    private final List<Event> arrivals = new ArrayList<>();
    private final List<Reading<R>> readings = new ArrayList<>();
    private SlidingWindow live;
    private SlidingWindow settledOrNull;
    /** The live window has moved on to this event. */
    private Event lastReadOrNull;

    private long lastNanos = Long.MIN_VALUE;

    OwnKeyWindow(Feature feature) {
        this.feature = feature;
        this.live = feature.newWindow();
    }

    /** Takes the event under test in; gives those who have read what it changes, each once. */
    List<R> add(Scope scope, long settledNanos) {
        settle(scope, settledNanos);
        Event event = scope.event();
        lastNanos = Math.max(lastNanos, event.timeNanos());
        if (settledOrNull == null && event.timeNanos() <= settledNanos) {
            put(scope, live);
            return List.of();
        }
        keepHistory();
        int place = arrivals.size();
        while (place > 0 && arrivals.get(place - 1).timeNanos() > event.timeNanos()) {
            place--;
        }
        arrivals.add(place, scope.retainedEvent());
        if (place == arrivals.size() - 1) {
            put(scope, live);
        } else {
            live = windowThrough(arrivals.get(arrivals.size() - 1), scope);
            lastReadOrNull = null;
        }
        return readersBehind(event);
    }

    private List<R> readersBehind(Event event) {
        LinkedHashSet<R> readers = new LinkedHashSet<>();
        for (Reading<R> reading : readings) {
            // Of one time, the one that has read came first.
            if (reading.readerOrNull() != null && reading.at().timeNanos() > event.timeNanos()) {
                readers.add(reading.readerOrNull());
            }
        }
        return List.copyOf(readers);
    }

    /** What the window comes to at the event under test. */
    void read(Scope scope, long settledNanos, R reader, Value into) {
        settle(scope, settledNanos);
        Event event = scope.event();
        if (settledOrNull == null && event.timeNanos() <= settledNanos) {
            feature.read(live, scope, into);
            return;
        }
        keepHistory();
        readings.add(new Reading<>(reader, scope.retainedEvent()));
        boolean newest = arrivals.isEmpty() || compare(arrivals.get(arrivals.size() - 1), event) <= 0;
        if (newest && (lastReadOrNull == null || compare(event, lastReadOrNull) >= 0)) {
            lastReadOrNull = scope.retainedEvent();
            feature.read(live, scope, into);
        } else {
            feature.read(windowThrough(event, scope), scope, into);
        }
    }

    /** The window with all events up to that one. */
    private SlidingWindow windowThrough(Event last, Scope scope) {
        SlidingWindow window = settledOrNull.copy();
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        for (Event arrival : arrivals) {
            if (compare(arrival, last) <= 0) {
                scope.showRetained(arrival);
                put(scope, window);
            }
        }
        scope.showAgain(shown, copyOrNull);
        return window;
    }

    private static int compare(Event left, Event right) {
        int byTime = Long.compare(left.timeNanos(), right.timeNanos());
        if (byTime != 0) {
            return byTime;
        }
        return left.isBehind(right.sequence(), right.ordinal())
                ? 1
                : left.sequence() == right.sequence() && left.ordinal() == right.ordinal() ? 0 : -1;
    }

    private void put(Scope scope, SlidingWindow window) {
        feature.put(scope, feature.valueOf(scope), window);
    }

    private void keepHistory() {
        if (settledOrNull == null) {
            settledOrNull = live.copy();
        }
    }

    /** Nothing will come before that time any more. */
    private void settle(Scope scope, long settledNanos) {
        if (settledOrNull == null) {
            return;
        }
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        int count = 0;
        while (count < arrivals.size() && arrivals.get(count).timeNanos() <= settledNanos) {
            scope.showRetained(arrivals.get(count));
            put(scope, settledOrNull);
            count++;
        }
        scope.showAgain(shown, copyOrNull);
        arrivals.subList(0, count).clear();
        readings.removeIf(reading -> reading.at().timeNanos() <= settledNanos);
        boolean readAll = lastReadOrNull == null || lastReadOrNull.timeNanos() <= settledNanos;
        if (arrivals.isEmpty() && readings.isEmpty() && readAll) {
            settledOrNull = null;
            lastReadOrNull = null;
        }
    }

    /** Whether all of its events have left it, for every event to come. */
    boolean isQuiet(long settledNanos) {
        return readings.isEmpty() && settledNanos != Long.MIN_VALUE && lastNanos < settledNanos - feature.reachNanos();
    }

    /** @param readers writes who reads */
    void writeState(StateWriter out, BiConsumer<R, StateWriter> readers) {
        out.events(arrivals);
        out.number(readings.size());
        for (Reading<R> reading : readings) {
            readers.accept(reading.readerOrNull(), out);
            out.event(reading.at());
        }
        live.writeState(out);
        out.flag(settledOrNull != null);
        if (settledOrNull != null) {
            settledOrNull.writeState(out);
        }
        out.event(lastReadOrNull).signed(lastNanos);
    }

    /** An empty window becomes the one that was written. */
    void readState(StateReader in, Function<StateReader, R> readers) {
        arrivals.addAll(in.events());
        for (int left = in.count(); left > 0; left--) {
            readings.add(new Reading<>(readers.apply(in), in.eventOrNull()));
        }
        live.readState(in);
        if (in.flag()) {
            settledOrNull = feature.newWindow();
            settledOrNull.readState(in);
        }
        lastReadOrNull = in.eventOrNull();
        lastNanos = in.signed();
    }
}
