package io.tripline.dsl.plan;

import io.tripline.dsl.schema.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code function(Event[filter].argument) over window}: an aggregate over past events of the rule's key, or of a key of
 * its own, up to the current event in the order of the key.
 *
 * @param source which events count
 * @param argument what is aggregated of each; none for {@code count(Event)}
 * @param parameter of {@code quantile} and {@code top}
 * @param ownKey what the events must have in common with the current one, in place of the rule's key
 * @param beforeThis whether the current event is left out
 * @param type of the result
 */
public record FeaturePlan(
        AggregateFunction function,
        EventFilter source,
        Optional<ExpressionPlan> argument,
        Optional<BigDecimal> parameter,
        Window window,
        Optional<OwnKey> ownKey,
        boolean beforeThis,
        FieldType type) {

    /** Which events a feature is over. */
    public sealed interface Window {

        /**
         * The events whose time is at most {@code endingAgo + nanos} and at least {@code endingAgo} before the current
         * event's.
         *
         * @param stepNanos where exactness to the event is not needed: the window moves in panes of this length
         */
        record Sliding(long nanos, long endingAgoNanos, OptionalLong stepNanos) implements Window {}

        /** The latest so many events that pass the filter. */
        record Last(int events) implements Window {}
    }

    /** {@code by field == value}, in the order of writing; the values are those of the event under test. */
    public record OwnKey(List<Part> parts) {

        /**
         * @param field of the events that are aggregated
         * @param value what it must be equal to; no event counts where it is missing
         */
        public record Part(int field, ExpressionPlan value) {}

        public OwnKey {
            parts = List.copyOf(parts);
        }
    }
}
