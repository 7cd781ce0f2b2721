package io.tripline.engine.program;

import java.util.List;

/**
 * What must not come in a gap.
 *
 * @param forbidden any of these
 * @param forNanos for how long after the event before the gap, {@link Program#UNBOUNDED} when all through the gap
 */
public record Ban(List<Filter> forbidden, long forNanos) {
    public Ban {
        forbidden = List.copyOf(forbidden);
    }
}
