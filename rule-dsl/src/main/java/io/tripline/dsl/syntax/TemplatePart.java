package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A piece of an alert's message. */
public sealed interface TemplatePart extends SyntaxNode {

    /** Text that stands for itself, with escapes and doubled braces resolved. */
    record Text(String text, SourceSpan span) implements TemplatePart {}

    /** {@code {expression}}. */
    record Value(ExpressionSyntax expression, SourceSpan span) implements TemplatePart {}
}
