package io.tripline.engine.match;

import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Ban;
import io.tripline.engine.program.Filter;
import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import java.util.ArrayList;
import java.util.List;

/** Finds what the event under test closes. */
final class Closing {

    private final EventFits fits;
    private final Scope scope;
    private final List<Instance> closed = new ArrayList<>();

    Closing(EventFits fits, Scope scope) {
        this.fits = fits;
        this.scope = scope;
    }

    /** The runs of repetitions that are closed. */
    List<Instance> closed() {
        return closed;
    }

    /** Looks at the ways of a match; only at those that lead out of a repetition, where one is given. */
    void lookAt(PartialMatch match, Loop outOfOrNull) {
        scope.showCaptures(match);
        for (Way way : match.program().ways(match.last().step())) {
            if ((outOfOrNull == null || way.leaves(outOfOrNull)) && match.allows(way)) {
                for (Loop loop : match.program().closable(way.step())) {
                    if (closes(loop)) {
                        closed.add(match.rounds().instance(loop, way));
                    }
                }
            }
        }
    }

    private boolean closes(Loop loop) {
        for (Filter until : loop.until()) {
            if (fits.fits(until, scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the event closes a repetition around a step before any match has begun. */
    static boolean closesBeforeStart(Program program, int step, EventFits fits, Scope scope) {
        scope.showCaptures(Captures.NONE);
        Closing closing = new Closing(fits, scope);
        for (Loop loop : program.closable(step)) {
            if (closing.closes(loop)) {
                return true;
            }
        }
        return false;
    }

    static boolean isForbidden(List<Ban> bans, EventFits fits, long afterNanos, Scope scope) {
        for (int i = 0; i < bans.size(); i++) {
            if (fits.breaks(bans.get(i), afterNanos, scope)) {
                return true;
            }
        }
        return false;
    }
}
