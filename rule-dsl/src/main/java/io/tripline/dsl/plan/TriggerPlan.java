package io.tripline.dsl.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** When a rule fires. */
public sealed interface TriggerPlan {

    /**
     * {@code on step: Event[filter] when condition}: looked at for each such event.
     *
     * @param step the event under test; its number is 0, its condition is the filter in brackets
     * @param when the whole condition; the event's fields are {@link ExpressionPlan.CurrentField}s
     * @param late whether it looks at the events that came too late, and at no others
     */
    record OnEvent(PatternPlan.Step step, Optional<ExpressionPlan> when, boolean late) implements TriggerPlan {}

    /**
     * {@code match pattern within D}.
     *
     * @param withouts what must not come between two steps
     * @param deadline what must not come after the last step
     * @param withinNanos longest time from the first event of a match to its last
     * @param afterMatch what becomes of other partial matches when one is complete
     * @param waits whether a match is reported only when the watermark has passed it
     */
    record Match(
            PatternPlan pattern,
            List<Without> withouts,
            Optional<Deadline> deadline,
            OptionalLong withinNanos,
            AfterMatch afterMatch,
            boolean waits)
            implements TriggerPlan {
        public Match {
            withouts = List.copyOf(withouts);
        }
    }

    /** {@code without X between a and b}: from the last event of step {@code from} to the first of step {@code to}. */
    record Without(EventFilter forbidden, int from, int to) {}

    /** {@code then not X within D} at the end: the match is complete when D has passed without X. */
    record Deadline(List<EventFilter> forbidden, long withinNanos) {
        public Deadline {
            forbidden = List.copyOf(forbidden);
        }
    }

    /** What becomes of the other partial matches of the key when a match is complete. */
    sealed interface AfterMatch {

        /** What started at or before the last matched event is dropped. */
        record PastLastEvent() implements AfterMatch {}

        /** Nothing else is dropped: every start may match once. */
        record Overlapping() implements AfterMatch {}

        /** What started before the first, or last, event of a step is dropped, and what has the same start. */
        record SkipTo(int step, boolean last) implements AfterMatch {}
    }
}
