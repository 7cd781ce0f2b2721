package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * {@code name type? @mark}.
 *
 * @param marks the words behind {@code @}
 */
public record FieldSyntax(Name name, TypeSyntax type, boolean optional, List<Name> marks, SourceSpan span)
        implements SyntaxNode {
    public FieldSyntax {
        marks = List.copyOf(marks);
    }
}
