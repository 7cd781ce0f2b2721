package io.tripline.engine.aggregate;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/**
 * What some values come to, one after the other. Never changes, so partial matches that began alike share it.
 */
public sealed interface Accumulation
        permits CountAccumulation,
                SumAccumulation,
                ExtremeAccumulation,
                DistinctAccumulation,
                EdgeAccumulation,
                DeviationAccumulation {

    /** With one more value, which must not be missing. */
    Accumulation plus(Value value);

    void read(Value into);

    /** Of no value. */
    static Accumulation none(AggregateFunction function, ValueKind kind) {
        return switch (function) {
            case COUNT -> CountAccumulation.NONE;
            case SUM -> SumAccumulation.none(kind);
            case AVG -> SumAccumulation.average(kind);
            case MIN -> ExtremeAccumulation.none(kind, true);
            case MAX -> ExtremeAccumulation.none(kind, false);
            case DISTINCT -> DistinctAccumulation.none(kind);
            case FIRST -> EdgeAccumulation.none(kind, true);
            case LAST -> EdgeAccumulation.none(kind, false);
            case STDDEV -> DeviationAccumulation.none(kind);
            default -> throw new IllegalArgumentException(function + " over a step cannot be run");
        };
    }
}
