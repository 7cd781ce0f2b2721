package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Optional;

/** {@code verdict when condition}, or {@code else verdict}. */
public record BranchSyntax(Name verdict, Optional<ExpressionSyntax> condition, SourceSpan span) implements SyntaxNode {}
