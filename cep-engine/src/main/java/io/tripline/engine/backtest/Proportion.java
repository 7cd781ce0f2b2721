package io.tripline.engine.backtest;

import java.util.OptionalDouble;

/**
 * A share that was counted, with its interval of confidence.
 *
 * @param hits how many of them
 * @param of how many in all
 */
public record Proportion(long hits, long of) {

    /** Of the standard normal distribution: 95 % lie within so many deviations. */
    private static final double DEVIATIONS = 1.959963984540054;

    /** The share itself; none of none. */
    public OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
    }

    /** The lower end of the interval that holds the true share with 95 % confidence (Wilson, 1927); 0 of none. */
    public double low() {
        return of == 0 ? 0 : Math.max(0, center() - half());
    }

    /** The upper end of that interval; 1 of none. */
    public double high() {
        return of == 0 ? 1 : Math.min(1, center() + half());
    }

    private double center() {
        double square = DEVIATIONS * DEVIATIONS;
        return ((double) hits / of + square / (2 * of)) / (1 + square / of);
    }

    private double half() {
        double square = DEVIATIONS * DEVIATIONS;
        double share = (double) hits / of;
        return DEVIATIONS / (1 + square / of) * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
    }
}
