package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** One line of a test. */
public sealed interface TestLine extends SyntaxNode {

    /**
     * {@code Event { field: value }}: an event, or a row of a table; {@code 100 Event { … } every 2s}: so many, each so
     * much later than the one before.
     *
     * @param count 1 when nothing is said
     */
    record Given(Name type, List<AssignmentSyntax> values, int count, Optional<DurationValue> every, SourceSpan span)
            implements TestLine {
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
