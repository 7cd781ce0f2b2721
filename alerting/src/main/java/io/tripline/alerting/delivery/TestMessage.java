package io.tripline.alerting.delivery;

import io.tripline.alerting.json.JsonText;
import io.tripline.alerting.outbox.Endpoints;
import io.tripline.alerting.webhook.WebhookMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An {@code alert.test}: shaped like an alert, and about nothing. */
final class TestMessage {

    private TestMessage() {}

    static WebhookMessage to(Endpoints.Target target, Instant now) {
        String unique = UUID.randomUUID().toString();
        String body = JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "alert.test");
            json.writeStringProperty("timestamp", now.toString());
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("id", "test-" + unique);
            json.writeNumberProperty("revision", 1);
            json.writeStringProperty("rule", "test");
            json.writeStringProperty("title", "A test of this endpoint");
            json.writeStringProperty("version", "test");
            json.writeStringProperty("severity", "low");
            json.writeObjectPropertyStart("key");
            json.writeEndObject();
            json.writeStringProperty("at", now.toString());
            json.writeStringProperty("state", "firing");
            json.writeStringProperty("message", "Nothing has happened: somebody tries this endpoint");
            json.writeBooleanProperty("truncated", false);
            json.writeArrayPropertyStart("matched");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
        return new WebhookMessage(
                target.url(), target.secret(), "msg_test_" + unique, body.getBytes(StandardCharsets.UTF_8));
    }
}
