package io.tripline.dsl.plan;

import java.util.Optional;
import java.util.OptionalLong;

/** When a rule fires. */
public sealed interface TriggerPlan {

    /**
     * {@code on step: Event[filter] when condition}: looked at for each such event.
     *
     * @param step the event under test; its number is 0, its condition is the filter in brackets
     * @param when the whole condition; the event's fields are {@link ExpressionPlan.CurrentField}s
     */
    record OnEvent(PatternPlan.Step step, Optional<ExpressionPlan> when) implements TriggerPlan {}

    /**
     * {@code match pattern within D}.
     *
     * @param withinNanos longest time from the first event of a match to its last
     */
    record Match(PatternPlan pattern, OptionalLong withinNanos) implements TriggerPlan {}
}
