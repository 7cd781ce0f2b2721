package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An example with its answer. It is run on an engine of its own that has the whole rule set; then time passes every
 * deadline. What the subject has given must be exactly what is expected, in any order.
 *
 * @param subject the rule, view or decision it is about
 * @param inputs in the order of writing, which is the order of arrival
 * @param expectations empty means that nothing is expected
 */
public record TestPlan(
        String title, String subject, List<Input> inputs, List<Expectation> expectations, SourceSpan span) {

    public sealed interface Input {
        SourceSpan span();
    }

    /** An event of a declared type; fields not given are missing. */
    public record GivenEvent(String event, List<GivenValue> values, SourceSpan span) implements Input {}

    /** A row of a table. */
    public record GivenRow(String table, List<GivenValue> values, SourceSpan span) implements Input {}

    /** A value that is put on a list. */
    public record GivenEntry(String list, ExpressionPlan.Literal value, OptionalLong forNanos, SourceSpan span)
            implements Input {}

    /** A field and what it holds: of a list of values all of them, of a place its latitude and longitude. */
    public record GivenValue(int field, List<ExpressionPlan.Literal> values) {}

    /** Something that must come out. */
    public sealed interface Expectation {
        Optional<Instant> at();

        SourceSpan span();
    }

    /**
     * @param key values of parts of the key, by part
     * @param message its whole text, where it is given
     */
    public record ExpectedAlert(List<ExpectedKey> key, Optional<String> message, Optional<Instant> at, SourceSpan span)
            implements Expectation {
        public ExpectedAlert {
            key = List.copyOf(key);
        }
    }

    public record ExpectedKey(int part, ExpressionPlan.Literal value) {}

    /** A row of the view, or an event that the rule emits; fields that are not given may be anything. */
    public record ExpectedEvent(String event, List<GivenValue> values, Optional<Instant> at, SourceSpan span)
            implements Expectation {
        public ExpectedEvent {
            values = List.copyOf(values);
        }
    }

    /** What a decision says of an event. */
    public record ExpectedVerdict(String verdict, Optional<Instant> at, SourceSpan span) implements Expectation {}

    public TestPlan {
        inputs = List.copyOf(inputs);
        expectations = List.copyOf(expectations);
    }
}
