package io.tripline.alerting.json;

import io.tripline.alerting.model.AlertDetail;
import io.tripline.alerting.model.AlertPage;
import io.tripline.alerting.model.Delivery;
import io.tripline.alerting.model.DeliveryAttempt;
import io.tripline.alerting.model.LateEvent;
import io.tripline.alerting.model.StoredAlert;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Alerts, and the other things that carry events, as the API prints them. */
public final class AlertJson {

    private AlertJson() {}

    /** As in a list or a stream of changes: the matched events by type, id and time only. */
    public static String brief(StoredAlert alert) {
        return JsonText.of(json -> writeBrief(json, alert));
    }

    /** With the matched events in full, and the deliveries. */
    public static String full(AlertDetail detail) {
        return JsonText.of(json -> {
            json.writeStartObject();
            writeHead(json, detail.alert());
            json.writeName("matched");
            json.writeRawValue(detail.alert().matchedJson());
            json.writeArrayPropertyStart("deliveries");
            detail.deliveries().forEach(delivery -> writeDelivery(json, delivery));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** A page: {@code {"alerts": [brief, …], "next": …}}. */
    public static String page(AlertPage page) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("alerts");
            page.alerts().forEach(alert -> writeBrief(json, alert));
            json.writeEndArray();
            writeOptional(json, "next", page.next());
            json.writeEndObject();
        });
    }

    /** An event of the late log: {@code {"sequence", "type", "id", "at", "fields"}}. */
    public static String late(LateEvent event) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("sequence", event.sequence());
            json.writeStringProperty("type", event.type());
            json.writeStringProperty("id", event.id());
            json.writeStringProperty("at", event.at().toString());
            json.writeName("fields");
            json.writeRawValue(event.fieldsJson());
            json.writeEndObject();
        });
    }

    /** The same steps and events as {@code matchedJson}, without the events' fields. */
    static void writeMatchedBrief(JsonGenerator json, String matchedJson) {
        try (JsonParser parser = JsonText.parser(matchedJson)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME && "fields".equals(parser.currentName())) {
                    parser.nextToken();
                    parser.skipChildren();
                } else {
                    json.copyCurrentEventExact(parser);
                }
            }
        }
    }

    private static void writeBrief(JsonGenerator json, StoredAlert alert) {
        json.writeStartObject();
        writeHead(json, alert);
        json.writeName("matched");
        writeMatchedBrief(json, alert.matchedJson());
        json.writeEndObject();
    }

    private static void writeHead(JsonGenerator json, StoredAlert alert) {
        json.writeStringProperty("id", alert.id());
        json.writeNumberProperty("number", alert.number());
        json.writeNumberProperty("firstNumber", alert.firstNumber());
        json.writeNumberProperty("revision", alert.revision());
        json.writeStringProperty("rule", alert.rule());
        json.writeStringProperty("title", alert.title());
        json.writeStringProperty("version", alert.version());
        json.writeStringProperty("severity", JsonText.wireName(alert.severity()));
        json.writeName("key");
        json.writeRawValue(alert.keyJson());
        json.writeStringProperty("at", alert.at().toString());
        json.writeStringProperty("recordedAt", alert.recordedAt().toString());
        json.writeStringProperty("state", alert.state().wireName());
        json.writeStringProperty("message", alert.message());
    }

    private static void writeDelivery(JsonGenerator json, Delivery delivery) {
        json.writeStartObject();
        json.writeStringProperty("id", delivery.id());
        json.writeStringProperty("webhookId", delivery.webhookId());
        json.writeStringProperty("endpointId", delivery.endpointId());
        json.writeStringProperty("alertId", delivery.alertId());
        json.writeStringProperty("event", delivery.event());
        json.writeStringProperty("state", delivery.state().wireName());
        json.writeArrayPropertyStart("attempts");
        delivery.attempts().forEach(attempt -> writeAttempt(json, attempt));
        json.writeEndArray();
        writeOptional(json, "nextAttemptAt", delivery.nextAttemptAt().map(Object::toString));
        json.writeEndObject();
    }

    private static void writeAttempt(JsonGenerator json, DeliveryAttempt attempt) {
        json.writeStartObject();
        json.writeStringProperty("at", attempt.at().toString());
        if (attempt.status().isPresent()) {
            json.writeNumberProperty("status", attempt.status().get());
        } else {
            json.writeNullProperty("status");
        }
        json.writeNumberProperty("durationMillis", attempt.durationMillis());
        writeOptional(json, "error", attempt.error());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(name, text.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
