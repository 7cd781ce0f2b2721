package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** One of the clauses of a view, which may stand in any order. */
public sealed interface ViewClause extends SyntaxNode {

    /** The word it begins with. */
    String keyword();

    /** @param groups what stands behind {@code by} */
    record From(FilteredSyntax source, List<ColumnSyntax> groups, SourceSpan span) implements ViewClause {
        public From {
            groups = List.copyOf(groups);
        }

        @Override
        public String keyword() {
            return "from";
        }
    }

    /**
     * @param kind {@code tumbling} and its kin, or what was meant to be one
     * @param every how far a hopping window hops
     */
    record Window(
            Name kind, DurationValue duration, Optional<DurationValue> every, Optional<TextLine> zone, SourceSpan span)
            implements ViewClause {
        @Override
        public String keyword() {
            return "window";
        }
    }

    record Select(List<ColumnSyntax> columns, SourceSpan span) implements ViewClause {
        public Select {
            columns = List.copyOf(columns);
        }

        @Override
        public String keyword() {
            return "select";
        }
    }

    record Having(ExpressionSyntax condition, SourceSpan span) implements ViewClause {
        @Override
        public String keyword() {
            return "having";
        }
    }
}
