package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A word that names something. */
public record Name(String text, SourceSpan span) implements SyntaxNode {}
