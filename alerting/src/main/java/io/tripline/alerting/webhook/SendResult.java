package io.tripline.alerting.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one request went.
 *
 * @param at when it was begun
 * @param status of the answer, if there was one
 * @param error what went wrong; empty when the receiver took the message
 * @param retryAfter how long the receiver asks to be left alone
 */
public record SendResult(
        Instant at,
        long durationMillis,
        Optional<Integer> status,
        Optional<String> error,
        Optional<Duration> retryAfter) {

    /** Whether the receiver took the message. */
    public boolean delivered() {
        return error.isEmpty();
    }

    public boolean hasStatus(int wanted) {
        return status.equals(Optional.of(wanted));
    }
}
