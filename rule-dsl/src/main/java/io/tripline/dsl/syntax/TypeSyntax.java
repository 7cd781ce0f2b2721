package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;

/** A type as it is written. */
public sealed interface TypeSyntax extends SyntaxNode {

    /** {@code decimal}; whether there is such a type is not known here. */
    record NamedType(Name name) implements TypeSyntax {
        @Override
        public SourceSpan span() {
            return name.span();
        }
    }

    /** {@code enum(web, app)}. */
    record EnumSyntax(List<Name> names, SourceSpan span) implements TypeSyntax {
        public EnumSyntax {
            names = List.copyOf(names);
        }
    }

    /** {@code list of string}. */
    record ListSyntax(TypeSyntax element, SourceSpan span) implements TypeSyntax {}
}
