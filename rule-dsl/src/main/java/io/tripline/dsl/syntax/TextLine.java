package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A text in quotes that is not part of an expression, with its escapes resolved. */
public record TextLine(String text, SourceSpan span) implements SyntaxNode {}
