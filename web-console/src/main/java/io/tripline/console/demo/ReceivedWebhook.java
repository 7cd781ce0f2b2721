package io.tripline.console.demo;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A webhook as the test receiver got it.
 *
 * @param verified whether its signature and its time are right
 * @param event {@code alert.firing} and the like
 * @param alertId the alert it is about; empty when it is about none
 * @param keyJson the alert's key, as the text of a JSON object
 */
public record ReceivedWebhook(
        Instant at,
        String webhookId,
        boolean verified,
        String event,
        String alertId,
        String rule,
        String severity,
        @JsonRawValue String keyJson,
        String message) {}
