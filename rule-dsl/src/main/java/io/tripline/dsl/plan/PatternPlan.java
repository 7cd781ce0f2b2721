package io.tripline.dsl.plan;

import java.util.List;
import java.util.Optional;

/** What a match looks like. */
public sealed interface PatternPlan {

    /** Stands for "no upper bound" in {@link Repeat#max}. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /**
     * One event.
     *
     * @param number the step's place in the order of writing, counted from 0; expressions name steps by it
     * @param name what the rule calls it; made up from the event's name where the rule gives none
     * @param event the name of the event type
     * @param condition what the event and the steps before it must satisfy; the event's own fields are {@link
     *     ExpressionPlan.CurrentField}s
     */
    record Step(int number, String name, String event, Optional<ExpressionPlan> condition) implements PatternPlan {}

    /**
     * The body between {@code min} and {@code max} times, as often as possible. A {@code max} of {@link #UNBOUNDED}
     * has no limit; {@code max >= 1}, {@code 0 <= min <= max}.
     */
    record Repeat(PatternPlan body, int min, int max) implements PatternPlan {}

    /** The parts one {@code then} the other: what fits none of the open steps between them is passed over. */
    record Sequence(List<PatternPlan> parts) implements PatternPlan {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }
}
