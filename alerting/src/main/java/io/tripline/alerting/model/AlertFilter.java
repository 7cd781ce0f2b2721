package io.tripline.alerting.model;

import io.tripline.dsl.plan.AlertSeverity;
import java.util.Optional;

/**
 * Which alerts to list, newest first.
 *
 * @param key a value of one part of the key, as text
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param cursor the {@code next} of the page before
 */
public record AlertFilter(
        Optional<String> rule,
        Optional<AlertSeverity> severity,
        Optional<AlertState> state,
        Optional<String> key,
        int limit,
        Optional<String> cursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /** The newest {@value #DEFAULT_LIMIT} alerts. */
    public static final AlertFilter NEWEST = new AlertFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_LIMIT, Optional.empty());

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException when the limit is out of range
     */
    public AlertFilter {
        PageLimits.check(limit, MAX_LIMIT);
    }
}
