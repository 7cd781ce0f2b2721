package io.tripline.engine.core;

import io.tripline.engine.core.History.Arrival;
import io.tripline.engine.core.History.Standing;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.match.Finding;
import io.tripline.engine.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks along the events of one key at a time, in their order, for a rule.
 *
 * <p>An event in order moves the live state on. Where late events are allowed it is kept too, until no event can come
 * before it any more. A late event is put in its place among those kept, they are gone over again from the settled state,
 * and the alerts of before and after are compared.
 *
 * <p>What becomes complete because time has passed is complete in the walk as soon as a later event comes or time is known
 * to have passed it; it stands, and is reported, only from then on. Until then nothing shows which of both it was: all that
 * could depend on it is due later.
 */
final class KeyWalk {

    private final Program program;
    private final RuleRunner runner;
    private final AlertWriter writer;

    KeyWalk(Program program, RuleRunner runner, AlertWriter writer) {
        this.program = program;
        this.runner = runner;
        this.writer = writer;
    }

    /** The scope's event, selected last, moves the live state on; no event can come before it, and none is kept. */
    void advance(RuleProgress live, TypeUse use, Scope scope, List<Outcome> out) {
        List<Finding> found = runner.advance(live, use, scope, true);
        for (int i = 0; i < found.size(); i++) {
            out.add(new Outcome.Fired(scope.event().sequence(), writer.write(found.get(i), scope)));
        }
    }

    /** An event has arrived that others may still come before, or that has come behind others itself. */
    void arrive(KeyState state, Arrival arrival, long passedNanos, Scope scope, List<Outcome> out) {
        History history = state.history();
        boolean inOrder = history.insert(arrival) && arrival.event().timeNanos() >= state.firedNanos();
        if (!inOrder) {
            List<Standing> now = goOverAgain(state, passedNanos, scope);
            compare(state, now, arrival.event().sequence(), out);
            history.replaceStanding(now);
            return;
        }
        for (Finding finding : runner.advance(state.live(), arrival.use(), scope, true)) {
            Standing standing = standing(finding, scope);
            history.addStanding(standing);
            if (standing.dueNanos() < state.reportedNanos()) {
                out.add(new Outcome.Fired(arrival.event().sequence(), standing.alert()));
            }
        }
    }

    private Standing standing(Finding finding, Scope scope) {
        return new Standing(writer.write(finding, scope), finding.momentNanos(), finding.dueNanos());
    }

    /** Makes the live state anew from the settled one and the events since; gives the alerts of these. */
    private List<Standing> goOverAgain(KeyState state, long passedNanos, Scope scope) {
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        state.replaceLive(state.settled().copy());
        List<Standing> standing = new ArrayList<>();
        for (Arrival arrival : state.history().arrivals()) {
            scope.showRetained(arrival.event());
            runner.select(arrival.use(), scope);
            for (Finding finding : runner.advance(state.live(), arrival.use(), scope, false)) {
                standing.add(standing(finding, scope));
            }
        }
        scope.showAgain(shown, copyOrNull);
        passLive(state, passedNanos, scope, standing);
        return standing;
    }

    private void passLive(KeyState state, long passedNanos, Scope scope, List<Standing> standing) {
        if (program.isDelayed() && runner.nextMomentNanos(state.live()) < passedNanos) {
            state.setFiredNanos(passedNanos);
            for (Finding finding : runner.passTime(state.live(), passedNanos)) {
                standing.add(standing(finding, scope));
            }
        }
    }

    private static void compare(KeyState state, List<Standing> now, long sequence, List<Outcome> out) {
        Map<String, Alert> alertsNow = new LinkedHashMap<>();
        now.stream()
                .filter(one -> stands(one, state))
                .forEach(one -> alertsNow.put(one.alert().id(), one.alert()));
        Map<String, Alert> alertsBefore = new TreeMap<>();
        for (Standing old : state.history().standing()) {
            if (stands(old, state)) {
                alertsBefore.put(old.alert().id(), old.alert());
                if (!alertsNow.containsKey(old.alert().id())) {
                    out.add(new Outcome.Retracted(sequence, old.alert()));
                }
            }
        }
        alertsNow.forEach((id, alert) -> {
            Alert old = alertsBefore.get(id);
            if (old == null) {
                out.add(new Outcome.Fired(sequence, alert));
            } else if (!old.message().equals(alert.message())) {
                out.add(new Outcome.Amended(sequence, alert));
            }
        });
    }

    private static boolean stands(Standing standing, KeyState state) {
        return standing.dueNanos() < state.reportedNanos();
    }

    /** Time has passed everything before that time: reports what is due. */
    void passTime(KeyState state, long passedNanos, long sequence, Scope scope, List<Outcome> out) {
        if (runner.nextMomentNanos(state.live()) < passedNanos) {
            List<Standing> complete = new ArrayList<>();
            // From here on the live state is ahead of the settled one, which late events may still come before.
            History history = state.history();
            passLive(state, passedNanos, scope, complete);
            for (Standing standing : complete) {
                history.addStanding(standing);
                if (stands(standing, state)) {
                    out.add(new Outcome.Fired(sequence, standing.alert()));
                }
            }
        }
        if (state.hasHistory()) {
            for (Standing standing : state.history().standing()) {
                if (!stands(standing, state) && standing.dueNanos() < passedNanos) {
                    out.add(new Outcome.Fired(sequence, standing.alert()));
                }
            }
        }
        state.setReportedNanos(Math.max(state.reportedNanos(), passedNanos));
    }

    /** The earliest time whose passing does something for a key; {@link Long#MAX_VALUE} when there is none. */
    long nextDueNanos(KeyState state) {
        long next = runner.nextMomentNanos(state.live());
        if (state.hasHistory()) {
            for (Standing standing : state.history().standing()) {
                if (!stands(standing, state)) {
                    next = Math.min(next, standing.dueNanos());
                }
            }
        }
        return next;
    }

    /** Whether nothing of the key is due before that time and unreported. */
    boolean isQuiet(KeyState state, long passedNanos) {
        return !program.isDelayed() || nextDueNanos(state) >= passedNanos;
    }

    /** Moves the settled state on over what nothing can come before any more: all up to that time. */
    void settle(KeyState state, long throughNanos, Scope scope) {
        History history = state.history();
        int count = history.countThrough(throughNanos);
        if (count > 0) {
            Event shown = scope.event();
            Event copyOrNull = scope.retainedOrNull();
            for (Arrival arrival : history.arrivals().subList(0, count)) {
                scope.showRetained(arrival.event());
                runner.select(arrival.use(), scope);
                runner.advance(state.settled(), arrival.use(), scope, false);
            }
            scope.showAgain(shown, copyOrNull);
        }
        if (program.isDelayed()) {
            runner.passTime(state.settled(), throughNanos + 1);
            history.forgetThrough(count, throughNanos);
            if (history.isEmpty() && state.firedNanos() <= throughNanos + 1) {
                state.forgetHistory();
            }
        } else if (count > 0) {
            history.forgetThrough(count, throughNanos);
        }
    }
}
