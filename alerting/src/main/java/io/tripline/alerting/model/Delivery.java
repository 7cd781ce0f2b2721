package io.tripline.alerting.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message for one endpoint, and how it went.
 *
 * @param webhookId what the receiver sees as {@code webhook-id}, the same on every try
 * @param event {@code alert.firing}, {@code alert.amended} or {@code alert.retracted}
 * @param attempts the newest last; of many only the newest
 * @param nextAttemptAt when it will be tried, while it is pending
 */
public record Delivery(
        String id,
        String webhookId,
        String endpointId,
        String alertId,
        String event,
        DeliveryState state,
        List<DeliveryAttempt> attempts,
        Optional<Instant> nextAttemptAt) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }
}
