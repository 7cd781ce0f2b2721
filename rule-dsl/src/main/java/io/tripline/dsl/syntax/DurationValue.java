package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A length of time that is not part of an expression: {@code 10m}. */
public record DurationValue(long nanos, SourceSpan span) implements SyntaxNode {}
