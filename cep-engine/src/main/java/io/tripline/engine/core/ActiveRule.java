package io.tripline.engine.core;

import io.tripline.engine.core.History.Arrival;
import io.tripline.engine.core.History.Standing;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.match.PartialMatch;
import io.tripline.engine.program.Program;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule at work: its keys, and the part of their past that late events may still change.
 *
 * <p>An event in order moves the live state of its key on, and what it completes is reported at once. Where late events
 * are allowed it is kept too, until no event can come before it any more. A late event is put in its place among those
 * kept, they are gone over again from the settled state, and the alerts of before and after are compared.
 */
final class ActiveRule {

    private final Program program;
    private final RuleRunner runner;
    private final AlertWriter writer;
    private final Partition partition;
    private final List<TypeUse> uses = new ArrayList<>();
    private final KeyTable keys = new KeyTable();
    private final RuleProgress nothing;
    /** Whether every event is decided by itself, so that no key needs a state. */
    private final boolean stateless;

    private final long longestLateAfterNanos;
    private final long reachNanos;
    private long partialMatches;
    private long missingKeyEvents;

    ActiveRule(Program program, EventCatalog catalog, Partition partition, EngineLimits limits, AlertId ids) {
        this.program = program;
        this.runner = new RuleRunner(program, limits);
        this.writer = new AlertWriter(program, ids);
        this.partition = partition;
        this.nothing = new RuleProgress(program);
        long lateAfter = 0;
        for (EventLayout layout : catalog.layouts()) {
            if (TypeUse.exists(layout.name(), program)) {
                uses.add(new TypeUse(layout.schema(), program));
                lateAfter = Math.max(lateAfter, layout.schema().lateAfterNanos());
            }
        }
        this.longestLateAfterNanos = lateAfter;
        this.stateless = program.matchesSingleEvents() && program.features().length == 0 && !runner.hasOncePer();
        this.reachNanos = reach(program);
    }

    /** How long after its last event a key's state may still matter; partial matches without a bound aside. */
    private static long reach(Program program) {
        long reach = program.rule().oncePerNanos().orElse(0);
        for (Feature feature : program.features()) {
            reach = Math.max(reach, feature.reachNanos());
        }
        return program.withinNanos() == Program.UNBOUNDED ? reach : Math.max(reach, program.withinNanos());
    }

    Program program() {
        return program;
    }

    List<TypeUse> uses() {
        return uses;
    }

    long keyCount() {
        return keys.size();
    }

    long partialMatches() {
        return partialMatches;
    }

    long droppedPartialMatches() {
        return runner.droppedPartialMatches();
    }

    long missingKeyEvents() {
        return missingKeyEvents;
    }

    /** The scope's event has arrived; it is in time. */
    void eventArrived(TypeUse use, Scope scope, SourceClocks clocks, List<Outcome> out) {
        Event event = scope.event();
        if (use.key().isMissing(event)) {
            missingKeyEvents += partition.isFirst() ? 1 : 0;
            return;
        }
        if (!runner.select(use, scope)) {
            return;
        }
        long hash = use.key().hash(event);
        if (!partition.handles(hash)) {
            return;
        }
        if (stateless) {
            report(runner.advanceOrNull(nothing, use, scope, true), scope, out);
        } else {
            long settledNanos = clocks.settledNanos(longestLateAfterNanos);
            arriveAtKey(use, hash, scope, settledNanos, out);
            forgetQuietKey(scope, settledNanos);
        }
        RuleRunner.hideFeatures(scope);
    }

    private void arriveAtKey(TypeUse use, long hash, Scope scope, long settledNanos, List<Outcome> out) {
        Event event = scope.event();
        boolean settlesAtOnce = event.timeNanos() <= settledNanos;
        KeyState state = keys.findOrNull(use.key(), event, hash);
        if (state == null) {
            if (settlesAtOnce && !runner.begins()) {
                return;
            }
            state = new KeyState(use.key().keyOf(event), hash, new RuleProgress(program));
            keys.add(state, event.timeNanos());
            // Once more than usual, so that keys that are never seen again go as fast as others come.
            forgetQuietKey(scope, settledNanos);
            runner.select(use, scope);
        } else if (!state.isSettled()) {
            settle(state, settledNanos, scope);
            runner.select(use, scope);
        }
        long before = state.live().matches().size();
        if (settlesAtOnce && !state.hasHistory()) {
            report(runner.advanceOrNull(state.live(), use, scope, true), scope, out);
        } else {
            arriveUnsettled(state, new Arrival(scope.retainedEvent(), use), scope, out);
        }
        partialMatches += state.live().matches().size() - before;
    }

    private void arriveUnsettled(KeyState state, Arrival arrival, Scope scope, List<Outcome> out) {
        History history = state.history();
        if (history.insert(arrival)) {
            PartialMatch match = runner.advanceOrNull(state.live(), arrival.use(), scope, true);
            if (match != null) {
                Alert alert = writer.write(match, scope);
                history.addStanding(new Standing(arrival.event(), alert));
                out.add(new Outcome.Fired(arrival.event().sequence(), alert));
            }
            return;
        }
        List<Standing> now = goOverAgain(state, scope);
        compare(history.standing(), now, arrival.event().sequence(), out);
        history.replaceStanding(now);
    }

    private void report(PartialMatch matchOrNull, Scope scope, List<Outcome> out) {
        if (matchOrNull != null) {
            out.add(new Outcome.Fired(scope.event().sequence(), writer.write(matchOrNull, scope)));
        }
    }

    /** Makes the live state anew from the settled one and the events since; gives the alerts of these. */
    private List<Standing> goOverAgain(KeyState state, Scope scope) {
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        RuleProgress live = state.settled().copy();
        List<Standing> standing = new ArrayList<>();
        for (Arrival arrival : state.history().arrivals()) {
            scope.showRetained(arrival.event());
            runner.select(arrival.use(), scope);
            PartialMatch match = runner.advanceOrNull(live, arrival.use(), scope, false);
            if (match != null) {
                standing.add(new Standing(arrival.event(), writer.write(match, scope)));
            }
        }
        state.replaceLive(live);
        scope.showAgain(shown, copyOrNull);
        return standing;
    }

    private static void compare(List<Standing> before, List<Standing> now, long sequence, List<Outcome> out) {
        Map<String, Alert> alertsNow = new TreeMap<>();
        now.forEach(alert -> alertsNow.put(alert.alert().id(), alert.alert()));
        Map<String, Alert> alertsBefore = new TreeMap<>();
        for (Standing old : before) {
            alertsBefore.put(old.alert().id(), old.alert());
            if (!alertsNow.containsKey(old.alert().id())) {
                out.add(new Outcome.Retracted(sequence, old.alert()));
            }
        }
        for (Standing alert : now) {
            Alert old = alertsBefore.get(alert.alert().id());
            if (old == null) {
                out.add(new Outcome.Fired(sequence, alert.alert()));
            } else if (!old.message().equals(alert.alert().message())) {
                out.add(new Outcome.Amended(sequence, alert.alert()));
            }
        }
    }

    /** Moves the settled state on over the events that no late event can come before any more. */
    private void settle(KeyState state, long settledNanos, Scope scope) {
        History history = state.history();
        int count = history.countThrough(settledNanos);
        if (count == 0) {
            return;
        }
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        for (Arrival arrival : history.arrivals().subList(0, count)) {
            scope.showRetained(arrival.event());
            runner.select(arrival.use(), scope);
            runner.advanceOrNull(state.settled(), arrival.use(), scope, false);
        }
        history.forgetFirst(count);
        scope.showAgain(shown, copyOrNull);
    }

    /** Looks at the next place of the table and forgets the key there if its state is as good as none. */
    private void forgetQuietKey(Scope scope, long settledNanos) {
        if (settledNanos == Long.MIN_VALUE) {
            return;
        }
        KeyState state = keys.nextQuietOrNull(settledNanos - reachNanos);
        if (state == null) {
            return;
        }
        if (!state.isSettled()) {
            settle(state, settledNanos, scope);
        }
        int matches = state.live().matches().size();
        if (state.isSettled() && (matches == 0 || program.withinNanos() != Program.UNBOUNDED)) {
            partialMatches -= matches;
            keys.removeAtHand();
        }
    }
}
