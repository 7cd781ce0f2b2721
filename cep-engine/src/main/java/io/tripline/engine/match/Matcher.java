package io.tripline.engine.match;

import io.tripline.dsl.plan.TriggerPlan.AfterMatch.PastLastEvent;
import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Ban;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the partial matches of a key on by one event, or by time alone.
 *
 * <p>A partial match waits until an event fits one of its open steps; an event that fits several is taken by each, in a
 * match of its own. What becomes complete on the event is chosen from, and of the others dropped what the rule says.
 */
public final class Matcher {

    /** Where partial matches are shared, what is kept for a key are events, which take less room. */
    private static final int EVENTS_FOR_A_MATCH = 10;

    private final Program program;
    private final int limit;
    private final Takers takers;
    private final Moments moments;
    private final Selection selection;
    private final List<PartialMatch> next = new ArrayList<>();
    private final List<PartialMatch> complete = new ArrayList<>();

    /**
     * A matcher for any number of keys.
     *
     * @param limit how many partial matches a key may have; past it the oldest go
     */
    public Matcher(Program program, int limit) {
        this.program = program;
        this.limit = limit;
        this.takers = new Takers(program);
        this.moments = new Moments(program);
        this.selection = new Selection(program);
    }

    /** The earliest time whose passing completes a match; {@link Long#MAX_VALUE} when there is none. */
    public long nextMomentNanos(PartialMatches matches) {
        return program.isDelayed() && matches.size() > 0 ? moments.nextNanos(matches) : Long.MAX_VALUE;
    }

    /** Time has passed everything before that time: adds the matches that are complete because of it. */
    public void passTime(PartialMatches matches, long beforeNanos, List<Finding> found) {
        for (long moment = nextMomentNanos(matches); moment < beforeNanos; moment = nextMomentNanos(matches)) {
            moments.takeNext(matches, complete);
            selection.select(complete, matches, moment, found);
            complete.clear();
        }
    }

    /**
     * The event under test has come; time has passed everything before it.
     *
     * @param matches those of its key
     * @param found gets the matches that are now complete
     */
    public void advance(PartialMatches matches, EventFits fits, Scope scope, List<Finding> found) {
        if (program.sharesMatches()) {
            advance(matches.shared(), fits, scope, found);
            return;
        }
        dropOutOfTime(matches, scope.event().timeNanos());
        goOn(matches, fits, scope);
        if (complete.isEmpty() || !program.startsAfresh()) {
            start(matches, fits, scope);
        }
        if (program.terms().waits()) {
            moments.takeThoseThatCannotGoOn(matches, complete);
        }
        for (int i = 0; i < program.leading().length; i++) {
            scope.showCaptures(Captures.NONE);
            if (fits.breaks(program.leading()[i], 0, scope)) {
                matches.forbid(i, scope.event().timeNanos());
            }
        }
        next.clear();
        scope.showCaptures(Captures.NONE);
        if (!complete.isEmpty()) {
            selection.select(complete, matches, scope.event().timeNanos(), found);
            complete.clear();
        }
    }

    private void advance(SharedMatches matches, EventFits fits, Scope scope, List<Finding> found) {
        long timeNanos = scope.event().timeNanos();
        matches.dropOutOfTime(timeNanos);
        boolean completes = fits.steps()[program.steps().length - 1] && matches.canComplete();
        if (completes) {
            for (PartialMatch match : matches.complete(scope.retainedEvent(), limit)) {
                found.add(selection.finding(match, timeNanos));
            }
        }
        if (completes && program.terms().afterMatch() instanceof PastLastEvent) {
            matches.clear();
        } else if (program.fitsBeforeTheLast(fits.steps())) {
            matches.take(fits.steps(), scope.retainedEvent());
        }
    }

    /** What a limit on partial matches means for {@link PartialMatches#size}. */
    public static int kept(Program program, int limit) {
        return program.sharesMatches() ? EVENTS_FOR_A_MATCH * limit : limit;
    }

    /** How many of the oldest partial matches must go, after {@link #advance}; they are dropped. */
    public int dropOverLimit(PartialMatches matches) {
        if (program.sharesMatches()) {
            return matches.shared().dropOverLimit(kept(program, limit));
        }
        int excess = matches.size() - limit;
        if (excess <= 0) {
            return 0;
        }
        matches.removeFirst(excess);
        return excess;
    }

    /** The matches are in the order of their starts, so those out of time are the first. */
    private void dropOutOfTime(PartialMatches matches, long timeNanos) {
        if (program.withinNanos() == Program.UNBOUNDED || matches.size() == 0) {
            return;
        }
        int expired = 0;
        while (expired < matches.size() && isOutOfTime(matches.get(expired), timeNanos)) {
            expired++;
        }
        if (expired == 0) {
            return;
        }
        if (program.isDelayed()) {
            // What only waits for its deadline takes no more, and is complete when that has passed.
            matches.removeIf(match -> isOutOfTime(match, timeNanos) && moments.endingOrNull(match) == null);
        } else {
            matches.removeFirst(expired);
        }
    }

    private boolean isOutOfTime(PartialMatch match, long timeNanos) {
        return program.withinNanos() != Program.UNBOUNDED
                && timeNanos - match.start().timeNanos() > program.withinNanos();
    }

    private void goOn(PartialMatches matches, EventFits fits, Scope scope) {
        boolean changed = false;
        for (int i = 0; i < matches.size(); i++) {
            PartialMatch match = matches.get(i);
            if (program.startsAfresh()
                    && !complete.isEmpty()
                    && match.start() != complete.get(0).start()) {
                // Everything is dropped, so nobody asks for the rest.
                return;
            }
            if (program.closesLoops()) {
                match.closeLoops(fits, scope);
            }
            boolean takes =
                    !(program.isDelayed() && isOutOfTime(match, scope.event().timeNanos()));
            if (takes) {
                takers.find(match, fits.steps(), scope);
            }
            if (!takes || takers.count() == 0) {
                boolean stays = !program.closesWays() || staysBehind(match, fits, scope);
                changed = keepOrChange(matches, i, match, stays, changed);
            } else if (takers.isOnlyOne() && !program.givesUpRounds()) {
                // Taking an event in one way only needs no copy and leaves the match where it is.
                match.breakBy(fits, scope);
                match.take(takers.onlyOne(), scope.retainedEvent());
                changed = keepOrChange(matches, i, match, goesOn(match, scope), changed);
            } else {
                changed = keepOrChange(matches, i, match, false, changed);
                fork(match, fits, scope);
            }
        }
        if (changed) {
            matches.replaceBy(next);
        }
    }

    /** Keeps the match at its place, or out; from the first one that is left out, the matches are gathered anew. */
    private boolean keepOrChange(PartialMatches matches, int place, PartialMatch match, boolean keep, boolean changed) {
        if (changed) {
            if (keep) {
                next.add(match);
            }
            return true;
        }
        if (!keep) {
            matches.addFirstTo(next, place);
        }
        return !keep;
    }

    private void fork(PartialMatch match, EventFits fits, Scope scope) {
        boolean forGood = takers.takeForGood();
        for (PartialMatch fork : takers.taken(fits, scope)) {
            if (goesOn(fork, scope)) {
                next.add(fork);
            }
        }
        if (match.waitsForAny()) {
            if (forGood) {
                match.waitForAnyOnly();
            }
            if (staysBehind(match, fits, scope)) {
                next.add(match);
            }
        }
    }

    /** Whether the match still waits for something after an event that it has not taken. */
    private boolean staysBehind(PartialMatch match, EventFits fits, Scope scope) {
        match.pass(fits, scope);
        return match.canGoOn() || program.isDelayed() && moments.endingOrNull(match) != null;
    }

    private void start(PartialMatches matches, EventFits fits, Scope scope) {
        if (program.leading().length > 0
                && isForbiddenToStart(matches, scope.event().timeNanos())) {
            return;
        }
        for (Way way : program.starts()) {
            scope.showCaptures(Captures.NONE);
            if (fits.steps()[way.step()]
                    && program.steps()[way.step()].joined().holds(scope)
                    && !(program.closesLoops() && Closing.closesBeforeStart(program, way.step(), fits, scope))) {
                PartialMatch match = new PartialMatch(program, scope.retainedEvent());
                match.take(way, match.start());
                if (goesOn(match, scope)) {
                    matches.add(match);
                }
            }
        }
    }

    private boolean isForbiddenToStart(PartialMatches matches, long timeNanos) {
        for (int i = 0; i < program.leading().length; i++) {
            Ban ban = program.leading()[i];
            if (matches.lastForbiddenNanos(i) != Long.MIN_VALUE
                    && timeNanos - matches.lastForbiddenNanos(i) <= ban.forNanos()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a match that has taken the event goes on; if not, it is complete. */
    private boolean goesOn(PartialMatch match, Scope scope) {
        if (!match.canEnd()) {
            return true;
        }
        if (program.isDelayed()) {
            if (program.actions().seesMoving()) {
                scope.showCaptures(match);
                match.setConsequence(program.actions().consequence(scope));
            }
            return true;
        }
        complete.add(match);
        return false;
    }
}
