package io.tripline.engine.aggregate;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What some values come to, in whatever order they are added; two tallies can be made one. Unlike an {@link
 * Accumulation} it changes in place.
 */
public sealed interface Tally
        permits CountTally, SumTally, ExtremeTally, EdgeTally, DeviationTally, ValuesTally, ApproxDistinctTally {

    /**
     * Takes in a value that is not missing.
     *
     * @param timeNanos the time of its event, and {@code sequence} its place among events of one time
     */
    void add(Value value, long timeNanos, long sequence);

    /** Takes in what another tally of the same function and kind has, which stays as it is. */
    void addAll(Tally other);

    void read(Value into);

    /** Writes what the values come to. */
    void writeState(StateWriter out);

    /** A tally of no value becomes the one that was written. */
    void readState(StateReader in);

    /**
     * A tally of no value.
     *
     * @param parameter of {@code quantile} and {@code top}
     */
    static Tally none(AggregateFunction function, ValueKind kind, Optional<BigDecimal> parameter) {
        return switch (function) {
            case COUNT -> new CountTally();
            case SUM -> new SumTally(kind, false);
            case AVG -> new SumTally(kind, true);
            case MIN -> new ExtremeTally(kind, true);
            case MAX -> new ExtremeTally(kind, false);
            case FIRST -> new EdgeTally(kind, true);
            case LAST -> new EdgeTally(kind, false);
            case STDDEV -> new DeviationTally(kind);
            case DISTINCT -> new ValuesTally(kind, ValueSet::readSize);
            case APPROX_DISTINCT -> new ApproxDistinctTally(kind);
            case MEDIAN -> new ValuesTally(kind, (values, into) -> values.readQuantile(ValueSet.HALF, into));
            case QUANTILE -> {
                BigDecimal part = parameter.orElseThrow();
                yield new ValuesTally(kind, (values, into) -> values.readQuantile(part, into));
            }
            case TOP -> {
                int most = parameter.orElseThrow().intValueExact();
                yield new ValuesTally(kind, (values, into) -> values.readTop(most, into));
            }
        };
    }
}
