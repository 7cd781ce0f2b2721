package io.tripline.alerting.delivery;

import io.tripline.alerting.webhook.SenderLimits;
import java.time.Duration;

/**
 * Limits of delivery.
 *
 * @param threads that send; so many requests are under way at once
 * @param requestsPerEndpoint under way at once to one endpoint that answers well; one that fails gets one at a time
 * @param pollInterval how often the outbox is looked at when nothing else wakes the service
 * @param connectTimeout for the connection, and again for the TLS handshake
 * @param responseTimeout from the request sent to the whole answer
 * @param disableAfter an endpoint that nothing has got through to for so long is disabled
 */
public record DeliveryOptions(
        int threads,
        int requestsPerEndpoint,
        Duration pollInterval,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration disableAfter) {

    public static final DeliveryOptions DEFAULT = new DeliveryOptions(
            32, 4, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofDays(5));

    /** Room for people who try an endpoint while deliveries are under way. */
    private static final int TESTS_AT_ONCE = 8;

    public DeliveryOptions {
        if (threads < 1 || requestsPerEndpoint < 1) {
            throw new IllegalArgumentException("at least one thread and one request for each endpoint are needed");
        }
    }

    /** What of this bounds a single request. */
    public SenderLimits senderLimits() {
        return new SenderLimits(connectTimeout, responseTimeout, threads + TESTS_AT_ONCE);
    }
}
