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
    private final OwnKeys ownKeys;
    private FiringWriter writer;

    KeyWalk(Program program, RuleRunner runner, OwnKeys ownKeys, FiringWriter writer) {
        this.program = program;
        this.runner = runner;
        this.ownKeys = ownKeys;
        this.writer = writer;
    }

    /** From now on matches are told by this writer. */
    void tellWith(FiringWriter next) {
        writer = next;
    }

    /** The scope's event, selected last, moves the live state on; no event can come before it, and none is kept. */
    void advance(RuleProgress live, TypeUse use, Scope scope, Reactions out) {
        List<Finding> found = runner.advance(live, use, scope, true);
        for (int i = 0; i < found.size(); i++) {
            Firing firing = writer.write(found.get(i), scope);
            out.fired(firing);
            out.scored(firing);
        }
    }

    /** The scope's event, selected last, has never been; it has been looked at by itself. */
    void takeBack(RuleProgress nothing, TypeUse use, Scope scope, Reactions out) {
        for (Finding finding : runner.advance(nothing, use, scope, false)) {
            out.retracted(writer.write(finding, scope));
        }
    }

    /** An event has arrived that others may still come before, or that has come behind others itself. */
    void arrive(KeyState state, Arrival arrival, long passedNanos, Scope scope, Reactions out) {
        History history = state.history();
        boolean inOrder =
                history.insert(arrival) && arrival.event().timeNanos() >= state.firedNanos() && !history.isStale();
        if (!inOrder) {
            List<Standing> now = goOverAgain(state, passedNanos, scope);
            compare(state, now, arrival.event(), out);
            history.replaceStanding(now);
            return;
        }
        for (Finding finding : runner.advance(state.live(), arrival.use(), scope, true)) {
            Standing standing = standing(finding, scope);
            history.addStanding(standing);
            if (standing.dueNanos() < state.reportedNanos()) {
                out.fired(standing.firing());
            }
            score(standing.firing(), arrival.event(), out);
        }
    }

    /** What the events of the key have read of others' is different now, because of the event under test. */
    void reconsider(KeyState state, long passedNanos, Scope scope, Reactions out) {
        List<Standing> now = goOverAgain(state, passedNanos, scope);
        compare(state, now, scope.event(), out);
        state.history().replaceStanding(now);
    }

    private Standing standing(Finding finding, Scope scope) {
        return new Standing(writer.write(finding, scope), finding.momentNanos(), finding.dueNanos());
    }

    /** A match that may have been found before this version began to hold. */
    private Standing foundAgain(Finding finding, History history, Scope scope) {
        Firing firing = writer.write(finding, scope);
        return new Standing(
                history.isQuiet(firing.alert().id()) ? firing.silenced() : firing,
                finding.momentNanos(),
                finding.dueNanos());
    }

    /** Makes the live state anew from the settled one and the events since; gives the alerts of these. */
    private List<Standing> goOverAgain(KeyState state, long passedNanos, Scope scope) {
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        state.history().setStale(false);
        state.replaceLive(state.settled().copy());
        List<Standing> standing = new ArrayList<>();
        for (Arrival arrival : state.history().arrivals()) {
            scope.showRetained(arrival.event());
            runner.select(arrival.use(), scope);
            for (Finding finding : runner.advance(state.live(), arrival.use(), scope, false)) {
                standing.add(foundAgain(finding, state.history(), scope));
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
                standing.add(foundAgain(finding, state.history(), scope));
            }
        }
    }

    private void compare(KeyState state, List<Standing> now, Event arrived, Reactions out) {
        Map<String, Firing> firingsNow = new LinkedHashMap<>();
        for (Standing one : now) {
            if (stands(one, state)) {
                firingsNow.put(one.firing().alert().id(), one.firing());
            }
            score(one.firing(), arrived, out);
        }
        Map<String, Firing> firingsBefore = new TreeMap<>();
        for (Standing old : state.history().standing()) {
            if (stands(old, state)) {
                String id = old.firing().alert().id();
                firingsBefore.put(id, old.firing());
                if (!firingsNow.containsKey(id) || firingsNow.get(id).isSilent()) {
                    out.retracted(old.firing());
                }
            }
        }
        firingsNow.forEach((id, firing) -> {
            Firing old = firingsBefore.get(id);
            if (old == null || old.isSilent()) {
                out.fired(firing);
            } else if (!old.alert().message().equals(firing.alert().message())) {
                out.amended(firing);
            }
        });
    }

    /** What has waited for its deadline scores nothing: no event has completed it. */
    private void score(Firing firing, Event arrived, Reactions out) {
        Event last = firing.lastEvent();
        boolean completedByIt = last.sequence() == arrived.sequence() && last.ordinal() == arrived.ordinal();
        if (completedByIt && !program.isDelayed()) {
            out.scored(firing);
        }
    }

    private static boolean stands(Standing standing, KeyState state) {
        return standing.dueNanos() < state.reportedNanos();
    }

    /** Time has passed everything before that time: reports what is due. */
    void passTime(KeyState state, long passedNanos, Scope scope, Reactions out) {
        if (runner.nextMomentNanos(state.live()) < passedNanos) {
            List<Standing> complete = new ArrayList<>();
            // From here on the live state is ahead of the settled one, which late events may still come before.
            History history = state.history();
            passLive(state, passedNanos, scope, complete);
            for (Standing standing : complete) {
                history.addStanding(standing);
                if (stands(standing, state)) {
                    out.fired(standing.firing());
                }
            }
        }
        if (state.hasHistory()) {
            for (Standing standing : state.history().standing()) {
                if (!stands(standing, state) && standing.dueNanos() < passedNanos) {
                    out.fired(standing.firing());
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
            ownKeys.setSettling(true);
            for (Arrival arrival : history.arrivals().subList(0, count)) {
                scope.showRetained(arrival.event());
                runner.select(arrival.use(), scope);
                runner.advance(state.settled(), arrival.use(), scope, false);
                ownKeys.forget(arrival.event());
            }
            ownKeys.setSettling(false);
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
