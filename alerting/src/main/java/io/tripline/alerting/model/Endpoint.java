package io.tripline.alerting.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where webhooks are sent. Its secret is not part of it.
 *
 * @param disabledReason why nothing is sent to it, when it is disabled
 */
public record Endpoint(
        String id,
        String name,
        String url,
        EndpointState state,
        Optional<String> disabledReason,
        Instant createdAt,
        DeliveryCounts deliveries) {}
