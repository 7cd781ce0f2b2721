package io.tripline.alerting.model;

import java.util.Optional;

/**
 * Which deliveries of an endpoint to list, newest first.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param cursor the {@code next} of the page before
 */
public record DeliveryFilter(Optional<DeliveryState> state, int limit, Optional<String> cursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /** The newest {@value #DEFAULT_LIMIT} deliveries. */
    public static final DeliveryFilter NEWEST = new DeliveryFilter(Optional.empty(), DEFAULT_LIMIT, Optional.empty());

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException when the limit is out of range
     */
    public DeliveryFilter {
        PageLimits.check(limit, MAX_LIMIT);
    }
}
