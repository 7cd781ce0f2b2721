package io.tripline.dsl.plan;

/** What is made of many events' values. Missing values are skipped by all of them. */
public enum AggregateFunction {
    /** Of events: how many. Of values: how many are not missing. */
    COUNT,
    /** Exact for int, decimal and duration; 0 of nothing. */
    SUM,
    /** A decimal for int and decimal, to 10 digits after the point, half even; missing of nothing. */
    AVG,
    MIN,
    MAX,
    /** The sample standard deviation, a float; missing of fewer than two values. */
    STDDEV,
    /** How many different values; exact. */
    DISTINCT,
    /** How many different values, within the error the language reference states. */
    APPROX_DISTINCT,
    /** The value of the earliest event that has one. */
    FIRST,
    /** The value of the latest event that has one. */
    LAST,
    /** The lower median: a value that occurs. */
    MEDIAN,
    /** The value below or at which the part {@code parameter} (0 to 1) of the values lies; a value that occurs. */
    QUANTILE,
    /** The {@code parameter} most frequent values, as a list; of equally frequent ones the smaller first. */
    TOP
}
