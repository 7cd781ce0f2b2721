package io.tripline.alerting.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One try.
 *
 * @param status of the receiver's answer, if there was one
 * @param error what went wrong; empty when nothing did
 */
public record DeliveryAttempt(Instant at, Optional<Integer> status, long durationMillis, Optional<String> error) {}
