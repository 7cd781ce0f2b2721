package io.tripline.engine.program;

import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of its matches as a whole.
 *
 * @param withinNanos longest time from the first event of a match to its last, or {@link Program#UNBOUNDED}
 * @param leading what must not have come before the start
 * @param withouts what must not come between two steps
 * @param deadline what must not come after the last event, and until when
 * @param afterMatch what becomes of other partial matches
 * @param waits whether a match is reported only when the watermark has passed it
 * @param any whether {@code any} stands anywhere in the pattern, so that all matches are reported
 */
public record MatchTerms(
        long withinNanos,
        List<Ban> leading,
        List<Without> withouts,
        Optional<Ban> deadline,
        AfterMatch afterMatch,
        boolean waits,
        boolean any) {
    public MatchTerms {
        leading = List.copyOf(leading);
        withouts = List.copyOf(withouts);
    }
}
