package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Optional;

/** {@code Event[filter]} where it is no step: what must not come, what a view is over. */
public record FilteredSyntax(Name event, Optional<ExpressionSyntax> filter, SourceSpan span) implements SyntaxNode {}
