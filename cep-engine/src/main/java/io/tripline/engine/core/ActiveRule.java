package io.tripline.engine.core;

import io.tripline.engine.core.History.Arrival;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Ban;
import io.tripline.engine.program.Program;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.List;

/** A rule at work: its keys, and when time alone will do something for them. */
final class ActiveRule {

    /** Looking at a place costs as much as finding a key, and an event that adds no key need not make up for one. */
    private static final int ARRIVALS_FOR_A_PLACE = 8;

    private final Program program;
    private final RuleRunner runner;
    private final KeyWalk walk;
    private final Partition partition;
    private final List<TypeUse> uses = new ArrayList<>();
    private final KeyTable keys = new KeyTable();
    private final Wakes wakes = new Wakes();
    private final RuleProgress nothing;
    /** Whether every event is decided by itself, so that no key needs a state. */
    private final boolean stateless;

    private final long longestLateAfterNanos;
    private final long reachNanos;
    private int numberAmongDelayed;
    private long arrivals;
    private long partialMatches;

    ActiveRule(Program program, EventCatalog catalog, Partition partition, EngineLimits limits, AlertId ids) {
        this.program = program;
        this.runner = new RuleRunner(program, limits);
        this.walk = new KeyWalk(program, runner, new AlertWriter(program, ids));
        this.partition = partition;
        this.nothing = new RuleProgress(program, runner.features());
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
        for (Ban ban : program.leading()) {
            reach = Math.max(reach, ban.forNanos());
        }
        long deadline = program.terms().deadline().map(Ban::forNanos).orElse(0L);
        return Math.max(reach, deadline + (program.withinNanos() == Program.UNBOUNDED ? 0 : program.withinNanos()));
    }

    Program program() {
        return program;
    }

    List<TypeUse> uses() {
        return uses;
    }

    /** Its place among the rules for which time alone does something. */
    int numberAmongDelayed() {
        return numberAmongDelayed;
    }

    void setNumberAmongDelayed(int number) {
        numberAmongDelayed = number;
    }

    /** Time alone does nothing up to this; {@link Long#MAX_VALUE} when it never will. */
    long nextWakeNanos() {
        return wakes.nextNanos();
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

    /** The scope's event has arrived; it is in time. */
    void eventArrived(TypeUse use, Scope scope, SourceClocks clocks, List<Outcome> out) {
        Event event = scope.event();
        if (use.key().isMissing(event)) {
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
            walk.advance(nothing, use, scope, out);
        } else {
            arriveAtKey(use, hash, scope, clocks, out);
            if (++arrivals % ARRIVALS_FOR_A_PLACE == 0) {
                forgetQuietKey(scope, clocks);
            }
        }
        RuleRunner.hideFeatures(scope);
    }

    private void settle(KeyState state, SourceClocks clocks, Scope scope) {
        long settledNanos = clocks.settledNanos(longestLateAfterNanos);
        if (program.isDelayed()) {
            // What is reported with time is not settled before it has been, nor while an event may stand in its way.
            settledNanos = Math.min(settledNanos, state.reportedNanos());
            settledNanos = settledNanos == Long.MIN_VALUE ? settledNanos : settledNanos - 1;
        }
        walk.settle(state, settledNanos, scope);
    }

    private void arriveAtKey(TypeUse use, long hash, Scope scope, SourceClocks clocks, List<Outcome> out) {
        Event event = scope.event();
        // Nothing will come before such an event any more; what is reported with time is kept all the same.
        boolean isSettled = event.timeNanos() <= clocks.settledNanos(longestLateAfterNanos);
        boolean settlesAtOnce = isSettled && !program.isDelayed();
        KeyState state = keys.findOrNull(use.key(), event, hash);
        if (state == null) {
            if (isSettled && !runner.begins()) {
                return;
            }
            state = use.key().newState(event, program, runner.features());
            keys.add(state, hash);
            // Twice, so that keys that are never seen again go as fast as others come.
            forgetQuietKey(scope, clocks);
            forgetQuietKey(scope, clocks);
            runner.select(use, scope);
        } else if (!program.isDelayed() && !state.isSettled()) {
            settle(state, clocks, scope);
            runner.select(use, scope);
        }
        long before = state.live().matches().size();
        if (settlesAtOnce && !state.hasHistory()) {
            walk.advance(state.live(), use, scope, out);
        } else {
            walk.arrive(state, new Arrival(scope.retainedEvent(), use), clocks.passedNanos(), scope, out);
        }
        partialMatches += state.live().matches().size() - before;
        if (program.isDelayed()) {
            passTime(state, clocks, event.sequence(), scope, out);
        }
    }

    /** Time has moved on: reports what is due, for all keys. */
    void timePassed(SourceClocks clocks, long sequence, Scope scope, List<Outcome> out) {
        for (KeyState state = wakes.nextOrNull(clocks.passedNanos());
                state != null;
                state = wakes.nextOrNull(clocks.passedNanos())) {
            passTime(state, clocks, sequence, scope, out);
        }
        RuleRunner.hideFeatures(scope);
    }

    private void passTime(KeyState state, SourceClocks clocks, long sequence, Scope scope, List<Outcome> out) {
        long before = state.live().matches().size();
        walk.passTime(state, clocks.passedNanos(), sequence, scope, out);
        if (!state.isSettled()) {
            settle(state, clocks, scope);
        }
        partialMatches += state.live().matches().size() - before;
        wakes.wake(state, walk.nextDueNanos(state));
    }

    /** Looks at the next place of the table and forgets the key there if its state is as good as none. */
    private void forgetQuietKey(Scope scope, SourceClocks clocks) {
        long settledNanos = clocks.settledNanos(longestLateAfterNanos);
        if (settledNanos == Long.MIN_VALUE) {
            return;
        }
        KeyState state = keys.nextQuietOrNull(settledNanos - reachNanos);
        if (state == null || !walk.isQuiet(state, clocks.passedNanos())) {
            return;
        }
        if (!state.isSettled()) {
            state.setReportedNanos(Math.max(state.reportedNanos(), clocks.passedNanos()));
            settle(state, clocks, scope);
        }
        int matches = state.live().matches().size();
        if (state.isSettled()
                && (matches == 0
                        || program.withinNanos() != Program.UNBOUNDED && walk.nextDueNanos(state) == Long.MAX_VALUE)) {
            partialMatches -= matches;
            state.setWakeNanos(Long.MAX_VALUE);
            keys.removeAtHand();
        }
    }
}
