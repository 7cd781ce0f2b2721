package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Optional;

/** {@code name: Event[filter]{3,}}. */
public record StepSyntax(
        Optional<Name> name,
        Name event,
        Optional<ExpressionSyntax> filter,
        Optional<Repetition> repetition,
        SourceSpan span)
        implements SyntaxNode {

    /**
     * How often the step happens.
     *
     * @param most {@link io.tripline.dsl.plan.PatternPlan#UNBOUNDED} when nothing is said
     */
    public record Repetition(int least, int most, SourceSpan span) {}
}
