package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Something a rule file defines at its top level. */
public sealed interface Declaration extends SyntaxNode {

    /** What it defines; a test is named by its title. */
    Name name();

    /** Whether a part of it could not be read; what is missing then may be missing because of that. */
    boolean damaged();

    /** The words it is written in, without comments and white space. */
    List<String> tokens();

    /** {@code event Name { fields } late after D}. */
    record EventDeclaration(
            Name name,
            List<FieldSyntax> fields,
            Optional<DurationValue> lateAfter,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public EventDeclaration {
            fields = List.copyOf(fields);
            tokens = List.copyOf(tokens);
        }
    }

    /** {@code table Name key a, b from Event { fields } expire after D}. */
    record TableDeclaration(
            Name name,
            List<Name> key,
            List<Name> feeds,
            List<FieldSyntax> fields,
            Optional<DurationValue> expiry,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public TableDeclaration {
            key = List.copyOf(key);
            feeds = List.copyOf(feeds);
            fields = List.copyOf(fields);
            tokens = List.copyOf(tokens);
        }
    }

    /** {@code list name of type expire after D}. */
    record ListDeclaration(
            Name name,
            TypeSyntax element,
            Optional<DurationValue> expiry,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public ListDeclaration {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * {@code let name = value}, or {@code let name of Event = value}.
     *
     * @param event the type whose fields stand bare in the value
     */
    record LetDeclaration(
            Name name,
            Optional<Name> event,
            ExpressionSyntax value,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public LetDeclaration {
            tokens = List.copyOf(tokens);
        }
    }

    /** {@code view name "title" { clauses }}. */
    record ViewDeclaration(
            Name name,
            Optional<TextLine> title,
            List<ViewClause> clauses,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public ViewDeclaration {
            clauses = List.copyOf(clauses);
            tokens = List.copyOf(tokens);
        }
    }

    /** {@code rule name "title" { clauses }}. */
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

    /** {@code decision name "title" on Event by key { branches }}. */
    record DecisionDeclaration(
            Name name,
            Optional<TextLine> title,
            Name event,
            List<KeyPartSyntax> key,
            List<BranchSyntax> branches,
            List<String> tokens,
            boolean damaged,
            SourceSpan span)
            implements Declaration {
        public DecisionDeclaration {
            key = List.copyOf(key);
            branches = List.copyOf(branches);
            tokens = List.copyOf(tokens);
        }
    }

    /** {@code test "title" of subject { lines }}. */
    record TestDeclaration(
            Name name, Name subject, List<TestLine> lines, List<String> tokens, boolean damaged, SourceSpan span)
            implements Declaration {
        public TestDeclaration {
            lines = List.copyOf(lines);
            tokens = List.copyOf(tokens);
        }
    }
}
