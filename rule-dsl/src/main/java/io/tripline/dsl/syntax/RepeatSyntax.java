package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.Contiguity;
import java.util.Optional;

/**
 * How often something happens: {@code {2,5} immediately reluctant until v > 5}.
 *
 * @param most {@link io.tripline.dsl.plan.PatternPlan#UNBOUNDED} when nothing is said
 * @param rounds how one round follows the other
 * @param span of the count alone
 */
public record RepeatSyntax(
        int least, int most, Contiguity rounds, boolean reluctant, Optional<ExpressionSyntax> until, SourceSpan span)
        implements SyntaxNode {

    public boolean once() {
        return least == 1 && most == 1;
    }
}
