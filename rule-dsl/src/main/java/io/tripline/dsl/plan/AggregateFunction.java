package io.tripline.dsl.plan;

/** What is made of many events' values. Missing values are skipped by all of them. */
public enum AggregateFunction {
    /** Of events: how many. Of values: how many are not missing. */
    COUNT,
    /** Exact for int and decimal; 0 of nothing. */
    SUM,
    /** A decimal for int and decimal, to 10 digits after the point, half even; missing of nothing. */
    AVG,
    MIN,
    MAX,
    /** How many different values; exact. */
    DISTINCT
}
