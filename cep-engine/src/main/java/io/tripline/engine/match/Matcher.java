package io.tripline.engine.match;

import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the partial matches of a key on by one event.
 *
 * <p>A partial match waits until an event fits one of its open steps; an event that fits several is taken by each, in a
 * match of its own. The first start that completes on the event gives the match, and everything else is dropped: all of
 * it started at or before the match's last event.
 */
public final class Matcher {

    private final Program program;
    private final int limit;
    private final List<Way> fitting = new ArrayList<>();
    private final List<PartialMatch> next = new ArrayList<>();
    private PartialMatch complete;

    /**
     * A matcher for any number of keys.
     *
     * @param limit how many partial matches a key may have; past it the oldest go
     */
    public Matcher(Program program, int limit) {
        this.program = program;
        this.limit = limit;
    }

    /**
     * The event under test has come.
     *
     * @param matches those of its key
     * @param fits for each step, whether the event is of its type and satisfies what it asks of the event alone
     * @return the match that is now complete, or null
     */
    public PartialMatch advanceOrNull(PartialMatches matches, boolean[] fits, Scope scope) {
        dropOutOfTime(matches, scope.event().timeNanos());
        goOn(matches, fits, scope);
        if (complete == null) {
            start(matches, fits, scope);
        }
        next.clear();
        scope.showCaptures(Captures.NONE);
        PartialMatch result = complete;
        complete = null;
        if (result != null) {
            matches.clear();
        }
        return result;
    }

    /** How many of the oldest partial matches must go, after {@link #advanceOrNull}; they are dropped. */
    public int dropOverLimit(PartialMatches matches) {
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
        while (expired < matches.size()
                && timeNanos - matches.get(expired).start().timeNanos() > program.withinNanos()) {
            expired++;
        }
        if (expired > 0) {
            matches.removeFirst(expired);
        }
    }

    private void goOn(PartialMatches matches, boolean[] fits, Scope scope) {
        boolean changed = false;
        for (int i = 0; i < matches.size(); i++) {
            PartialMatch match = matches.get(i);
            if (complete != null && match.start() != complete.start()) {
                return;
            }
            findFitting(match, fits, scope);
            if (fitting.size() > 1 && !changed) {
                changed = true;
                matches.addFirstTo(next, i);
            }
            for (int other = 1; other < fitting.size(); other++) {
                PartialMatch fork = match.copy();
                fork.take(fitting.get(other), scope.retainedEvent());
                if (goesOn(fork)) {
                    next.add(fork);
                }
            }
            // Taking an event in one way only needs no copy and leaves the match where it is.
            if (!fitting.isEmpty()) {
                match.take(fitting.get(0), scope.retainedEvent());
            }
            if ((fitting.isEmpty() || goesOn(match)) && changed) {
                next.add(match);
            }
        }
        if (changed) {
            matches.replaceBy(next);
        }
    }

    /** Finds the open steps that the event fits. */
    private void findFitting(PartialMatch match, boolean[] fits, Scope scope) {
        fitting.clear();
        for (Way way : program.ways(match.last().step())) {
            if (fits[way.step()] && match.isOpen(way)) {
                match.showKeptBy(way);
                scope.showCaptures(match);
                if (program.steps()[way.step()].joined().holds(scope)) {
                    fitting.add(way);
                }
            }
        }
        match.showAll();
    }

    private void start(PartialMatches matches, boolean[] fits, Scope scope) {
        scope.showCaptures(Captures.NONE);
        for (Way way : program.starts()) {
            if (fits[way.step()] && program.steps()[way.step()].joined().holds(scope)) {
                PartialMatch match = new PartialMatch(program, scope.retainedEvent());
                match.take(way, match.start());
                if (goesOn(match)) {
                    matches.add(match);
                }
            }
        }
    }

    /** Whether a match that has taken the event goes on; if not, it is complete, and the preferred one is remembered. */
    private boolean goesOn(PartialMatch match) {
        if (!match.isComplete()) {
            return true;
        }
        if (complete == null || Preference.prefers(match, complete, program.loops().length)) {
            complete = match;
        }
        return false;
    }
}
