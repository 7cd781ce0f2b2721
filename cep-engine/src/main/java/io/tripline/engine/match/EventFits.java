package io.tripline.engine.match;

import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Ban;
import io.tripline.engine.program.Filter;
import io.tripline.engine.program.Program;

/**
 * What the event under test is by itself: asked once, before any match is looked at. The arrays are for the one who asks
 * to fill.
 */
public final class EventFits {

    private final boolean[] steps;
    private final boolean[] filters;
    private boolean named;

    public EventFits(Program program) {
        steps = new boolean[program.steps().length];
        filters = new boolean[program.filters().length];
    }

    /** For each step, whether the event is of its type and satisfies what it asks of the event alone. */
    public boolean[] steps() {
        return steps;
    }

    /** For each filter, whether the event is of its type and satisfies what it asks of the event alone. */
    public boolean[] filters() {
        return filters;
    }

    /** Whether the pattern names the event's type. */
    public boolean isNamed() {
        return named;
    }

    public void setNamed(boolean isNamed) {
        named = isNamed;
    }

    boolean fits(Filter filter, Scope scope) {
        return filters[filter.number()] && filter.joined().holds(scope);
    }

    /** Whether the event must not come so long after the event before the gap. */
    boolean breaks(Ban ban, long afterNanos, Scope scope) {
        if (ban.forNanos() != Program.UNBOUNDED && afterNanos > ban.forNanos()) {
            return false;
        }
        for (int i = 0; i < ban.forbidden().size(); i++) {
            if (fits(ban.forbidden().get(i), scope)) {
                return true;
            }
        }
        return false;
    }
}
