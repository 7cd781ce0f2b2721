package io.tripline.alerting.model;

/** How many alerts there are in each state. */
public record AlertCounts(long firing, long retracted) {}
