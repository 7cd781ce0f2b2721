package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Something a rule file defines at its top level. */
public sealed interface Declaration extends SyntaxNode {

    Name name();

    /** Whether a part of it could not be read; what is missing then may be missing because of that. */
    boolean damaged();

    /** {@code event Name { fields } late after D}. */
    record EventDeclaration(
            Name name, List<FieldSyntax> fields, Optional<DurationValue> lateAfter, boolean damaged, SourceSpan span)
            implements Declaration {
        public EventDeclaration {
            fields = List.copyOf(fields);
        }
    }

    /**
     * {@code rule name "title" { clauses }}.
     *
     * @param tokens the words it is written in, without comments and white space
     */
    record RuleDeclaration(
            Name name,
            Optional<TextLine> title,
            List<Clause> clauses,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public RuleDeclaration {
            clauses = List.copyOf(clauses);
            tokens = List.copyOf(tokens);
        }
    }
}
