package io.tripline.alerting.outbox;

import io.tripline.alerting.json.EventJson;
import io.tripline.alerting.json.JsonText;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.Nanos;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The body of a webhook. It is a function of the alert and its revision alone: no clock and no number of this database
 * goes in, so the same change gives the same bytes even when the database was lost and derived again.
 *
 * <p>A body stays under {@value #LIMIT_BYTES} bytes. What is too large loses the fields of its events first, then events
 * from the end of each step, and long texts last; it says {@code "truncated": true}, and a step how many it left out.
 */
final class NotificationBody {

    static final int LIMIT_BYTES = 20_000;

    private static final int[] EVENTS_OF_A_STEP = {Integer.MAX_VALUE, 100, 30, 10, 3, 1, 0};
    private static final int LONG_TEXT_CHARS = 500;
    private static final int WORST_BYTES_OF_A_CHAR = 3;

    private final AlertChange change;
    private final Alert alert;

    private NotificationBody(AlertChange change) {
        this.change = change;
        this.alert = change.alert();
    }

    /** In UTF-8. */
    static byte[] of(AlertChange change) {
        return new NotificationBody(change).text().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        String whole = body(alert.message(), change.keyJson(), false, json -> json.writeRawValue(change.matchedJson()));
        if (fits(whole)) {
            return whole;
        }
        for (int events : EVENTS_OF_A_STEP) {
            String shorter = body(alert.message(), change.keyJson(), true, json -> writeSteps(json, events));
            if (fits(shorter)) {
                return shorter;
            }
        }
        return body(cut(alert.message()), shortKey(), true, json -> {
            json.writeStartArray();
            json.writeEndArray();
        });
    }

    private String body(String message, String keyJson, boolean truncated, Consumer<JsonGenerator> matched) {
        String at = Nanos.toInstant(alert.atNanos()).toString();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", change.event().wireName());
            json.writeStringProperty("timestamp", at);
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("id", alert.id());
            json.writeNumberProperty("revision", change.revision());
            json.writeStringProperty("rule", alert.rule());
            json.writeStringProperty("title", cut(alert.title()));
            json.writeStringProperty("version", alert.version());
            json.writeStringProperty("severity", alert.severity().name().toLowerCase(Locale.ROOT));
            json.writeName("key");
            json.writeRawValue(keyJson);
            json.writeStringProperty("at", at);
            json.writeStringProperty("state", change.event().state().wireName());
            json.writeStringProperty("message", message);
            json.writeBooleanProperty("truncated", truncated);
            json.writeName("matched");
            matched.accept(json);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private void writeSteps(JsonGenerator json, int eventsOfAStep) {
        json.writeStartArray();
        for (MatchedStep step : alert.matched()) {
            List<Event> events = step.events();
            List<Event> kept = events.subList(0, Math.min(eventsOfAStep, events.size()));
            json.writeStartObject();
            json.writeStringProperty("step", step.step());
            json.writeArrayPropertyStart("events");
            kept.forEach(event -> EventJson.writeHead(json, event));
            json.writeEndArray();
            json.writeNumberProperty("omitted", events.size() - kept.size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String shortKey() {
        return JsonText.of(json -> {
            json.writeStartObject();
            alert.key().forEach((part, value) -> json.writeStringProperty(part, cut(EventJson.plainText(value))));
            json.writeEndObject();
        });
    }

    private static String cut(String text) {
        if (text.length() <= LONG_TEXT_CHARS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONG_TEXT_CHARS - 1)) ? LONG_TEXT_CHARS - 1 : LONG_TEXT_CHARS;
        return text.substring(0, end) + "…";
    }

    private static boolean fits(String text) {
        return text.length() * WORST_BYTES_OF_A_CHAR < LIMIT_BYTES
                || text.length() < LIMIT_BYTES && text.getBytes(StandardCharsets.UTF_8).length < LIMIT_BYTES;
    }
}
