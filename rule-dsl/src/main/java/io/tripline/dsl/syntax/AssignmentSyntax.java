package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;

/** {@code field: value}. */
public record AssignmentSyntax(Name field, ExpressionSyntax value, SourceSpan span) implements SyntaxNode {}
