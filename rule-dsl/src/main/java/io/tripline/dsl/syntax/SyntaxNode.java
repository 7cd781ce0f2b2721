package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A piece of a rule file as it was written: names are not resolved, nothing has a type. */
public sealed interface SyntaxNode
        permits Name,
                TextLine,
                DurationValue,
                Declaration,
                FieldSyntax,
                TypeSyntax,
                Clause,
                StepSyntax,
                TemplatePart,
                ExpressionSyntax {

    /** Where it stands. */
    SourceSpan span();
}
