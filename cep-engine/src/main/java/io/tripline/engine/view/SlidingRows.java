package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.window.Feature;
import io.tripline.engine.window.FeatureWindows;
import io.tripline.engine.window.RuleFeatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * A row for each event, over the time up to it. A group has its windows twice: as they are, and as they were before the
 * events that a late one may still come before; a late event goes over those again.
 */
final class SlidingRows extends ViewWindows {

    private static final class Arrival {

        private final Event event;
        private RowBook.Entry saidOrNull;

        private Arrival(Event event) {
            this.event = event;
        }
    }

    private final class Group {

        private final GroupKey key;
        private final List<Arrival> arrivals = new ArrayList<>();
        private FeatureWindows settled = new FeatureWindows(readings);
        private FeatureWindows live = new FeatureWindows(readings);
        private long lastNanos = Long.MIN_VALUE;

        private Group(GroupKey key) {
            this.key = key;
        }
    }

    private record Quiet(long sinceNanos, Group group) {}

    private final long nanos;
    private final Feature[] features;
    private final RuleFeatures readings;
    private final RowId ids;
    private final Scope scope = new Scope();
    private final TreeMap<GroupKey, Group> groups = new TreeMap<>();
    private final PriorityQueue<Quiet> quiet = new PriorityQueue<>(
            Comparator.comparingLong(Quiet::sinceNanos).thenComparing(waiting -> waiting.group().key));
    private long settledNanos = Long.MIN_VALUE;

    SlidingRows(ViewProgram program, RowBook book, int limit) {
        super(program, book, limit);
        this.nanos = ((Window.Sliding) program.plan().window()).nanos();
        this.features = program.features().toArray(new Feature[0]);
        this.readings = new RuleFeatures(features);
        this.ids = new RowId(program.plan());
    }

    @Override
    void take(GroupKey key, Scope shown) {
        Group group = groups.get(key);
        if (group == null) {
            if (!hasRoom()) {
                leaveOut();
                return;
            }
            group = new Group(key.retained());
            groups.put(group.key, group);
            quiet.add(new Quiet(shown.event().timeNanos(), group));
        }
        settle(group);
        Arrival arrival = new Arrival(shown.retainedEvent());
        int place = group.arrivals.size();
        while (place > 0 && group.arrivals.get(place - 1).event.timeNanos() > arrival.event.timeNanos()) {
            place--;
        }
        boolean last = place == group.arrivals.size();
        group.arrivals.add(place, arrival);
        group.lastNanos = Math.max(group.lastNanos, arrival.event.timeNanos());
        if (!last) {
            goOverAgain(group, place);
            return;
        }
        add(group.live, arrival.event);
        change(group, arrival);
    }

    /** The windows anew from where they are settled; rows before the place do not change. */
    private void goOverAgain(Group group, int place) {
        group.live = new FeatureWindows(group.settled);
        for (int i = 0; i < group.arrivals.size(); i++) {
            Arrival arrival = group.arrivals.get(i);
            add(group.live, arrival.event);
            if (i >= place) {
                change(group, arrival);
            }
        }
    }

    private void add(FeatureWindows windows, Event event) {
        scope.showRetained(event);
        for (int feature = 0; feature < features.length; feature++) {
            readings.add(windows, feature, scope);
        }
    }

    private void change(Group group, Arrival arrival) {
        long time = arrival.event.timeNanos();
        arrival.saidOrNull = book.change(
                arrival.saidOrNull,
                () -> ids.of(group.key, arrival.event),
                group.key,
                readings.of(group.live),
                arrival.event,
                time - nanos,
                time);
    }

    /** Nothing comes before these events any more: one that has their time comes behind them. */
    private void settle(Group group) {
        int count = 0;
        while (count < group.arrivals.size() && group.arrivals.get(count).event.timeNanos() <= settledNanos) {
            add(group.settled, group.arrivals.get(count).event);
            count++;
        }
        group.arrivals.subList(0, count).clear();
    }

    @Override
    void pass(long timeNanos) {
        // A row is there as soon as its event is.
    }

    @Override
    void settle(long timeNanos) {
        settledNanos = timeNanos;
        while (!quiet.isEmpty() && quiet.peek().sinceNanos() < timeNanos - nanos) {
            Group group = quiet.remove().group();
            if (group.lastNanos < timeNanos - nanos) {
                groups.remove(group.key);
            } else {
                quiet.add(new Quiet(group.lastNanos, group));
            }
        }
    }

    @Override
    boolean letGoOldest() {
        return false;
    }

    @Override
    long held() {
        return groups.size();
    }

    @Override
    void writeWindows(StateWriter out) {
        out.signed(settledNanos).number(groups.size());
        List<Quiet> waiting = new ArrayList<>(quiet);
        waiting.sort(Comparator.comparing(each -> each.group().key));
        for (Quiet each : waiting) {
            Group group = each.group();
            group.key.writeState(out);
            out.signed(each.sinceNanos()).signed(group.lastNanos);
            readings.writeState(group.settled, out);
            readings.writeState(group.live, out);
            out.number(group.arrivals.size());
            for (Arrival arrival : group.arrivals) {
                out.event(arrival.event);
                RowBook.writeState(arrival.saidOrNull, out);
            }
        }
    }

    @Override
    void readWindows(StateReader in) {
        settledNanos = in.signed();
        for (int left = in.count(); left > 0; left--) {
            Group group = new Group(program.newKey().readState(in));
            quiet.add(new Quiet(in.signed(), group));
            group.lastNanos = in.signed();
            readings.readState(group.settled, in);
            readings.readState(group.live, in);
            for (int arrivals = in.count(); arrivals > 0; arrivals--) {
                Arrival arrival = new Arrival(in.eventOrNull());
                arrival.saidOrNull = book.readState(group.key, in);
                group.arrivals.add(arrival);
            }
            groups.put(group.key, group);
        }
    }
}
