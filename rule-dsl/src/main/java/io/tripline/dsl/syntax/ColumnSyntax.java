package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Optional;

/** {@code value as name}; a group that is a field needs no name. */
public record ColumnSyntax(ExpressionSyntax value, Optional<Name> name, SourceSpan span) implements SyntaxNode {}
