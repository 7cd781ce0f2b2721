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
                KeyPartSyntax,
                Clause,
                PatternSyntax,
                FilteredSyntax,
                RepeatSyntax,
                AssignmentSyntax,
                TemplatePart,
                ViewClause,
                ColumnSyntax,
                BranchSyntax,
                TestLine,
                WindowSyntax,
                ExpressionSyntax {

    /** Where it stands. */
    SourceSpan span();
}
