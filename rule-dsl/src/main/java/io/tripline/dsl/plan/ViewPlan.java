package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Rows over windows of time. Its expressions see the groups as {@link ExpressionPlan.KeyPart}s and its aggregates as
 * {@link ExpressionPlan.Feature}s by index.
 *
 * @param version made from the content, as a rule's
 * @param source the events it is over
 * @param groups one row for each of their values; none means one row
 * @param aggregates over the events of a window and group; no two are equal
 * @param columns what a row says, in the order of writing
 * @param having which rows there are
 * @param row the type of its rows: the groups, the columns, {@code window_start} and {@code window_end} (its time), and
 *     {@code revision}, 0 for the first publication of a row
 */
public record ViewPlan(
        String name,
        String title,
        String version,
        EventFilter source,
        List<Group> groups,
        Window window,
        List<Aggregate> aggregates,
        List<Column> columns,
        Optional<ExpressionPlan> having,
        EventSchema row,
        SourceSpan span) {

    /** @param value of an event, whose fields are {@link ExpressionPlan.CurrentField}s */
    public record Group(String name, ExpressionPlan value) {}

    public record Column(String name, ExpressionPlan value) {}

    public record Aggregate(
            AggregateFunction function,
            Optional<ExpressionPlan> argument,
            Optional<BigDecimal> parameter,
            FieldType type) {}

    /** Which events belong to one row. */
    public sealed interface Window {

        /** @param zone the name of the time zone at whose midnight days begin; {@code UTC} when nothing is said */
        record Tumbling(long nanos, String zone) implements Window {}

        record Hopping(long nanos, long everyNanos, String zone) implements Window {}

        /** A row for each event, over the events of the time before it. */
        record Sliding(long nanos) implements Window {}

        /** Closed by so much time without an event. */
        record Session(long gapNanos) implements Window {}
    }

    public ViewPlan {
        groups = List.copyOf(groups);
        aggregates = List.copyOf(aggregates);
        columns = List.copyOf(columns);
    }
}
