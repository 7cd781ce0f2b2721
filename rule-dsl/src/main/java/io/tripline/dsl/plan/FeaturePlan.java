package io.tripline.dsl.plan;

import io.tripline.dsl.schema.FieldType;
import java.util.Optional;

/**
 * {@code function(Event[filter].argument) over window}: an aggregate over the events of the rule's key whose time is at
 * most {@code windowNanos} before the current event's, and not after it. The current event counts.
 *
 * @param filter which events count; their fields are {@link ExpressionPlan.CurrentField}s
 * @param argument what is aggregated of each; none for {@code count(Event)}
 * @param type of the result
 */
public record FeaturePlan(
        AggregateFunction function,
        String event,
        Optional<ExpressionPlan> filter,
        Optional<ExpressionPlan> argument,
        long windowNanos,
        FieldType type) {}
