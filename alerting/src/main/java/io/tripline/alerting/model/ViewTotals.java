package io.tripline.alerting.model;

import java.time.Instant;

/**
 * What is kept of a view.
 *
 * @param rows how many
 * @param newest where the last of their windows ends
 */
public record ViewTotals(long rows, Instant newest) {}
