package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** One line of a test. */
public sealed interface TestLine extends SyntaxNode {

    /** {@code Event { field: value }}: an event, or a row of a table. */
    record Given(Name type, List<AssignmentSyntax> values, SourceSpan span) implements TestLine {
        public Given {
            values = List.copyOf(values);
        }
    }

    /** {@code add value to list for 24h}. */
    record Entry(ExpressionSyntax value, Name list, Optional<DurationValue> forDuration, SourceSpan span)
            implements TestLine {}

    /**
     * {@code expect alert { key: value } at 10:03}, or {@code expect no alert}.
     *
     * @param what {@code alert}, {@code row}, an event type, or a verdict
     */
    record Expected(
            boolean none, Name what, List<AssignmentSyntax> values, Optional<ExpressionSyntax> at, SourceSpan span)
            implements TestLine {
        public Expected {
            values = List.copyOf(values);
        }
    }
}
