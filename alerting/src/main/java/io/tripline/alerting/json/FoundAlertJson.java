package io.tripline.alerting.json;

import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;

/** An alert that was found in the history and is in no store, as one line of JSON. */
public final class FoundAlertJson {

    private FoundAlertJson() {}

    /**
     * The alert with its matched events by type, id and time, as in a list of alerts.
     *
     * @param whose who raises it, the first member
     */
    public static String of(String whose, Alert alert) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("whose", whose);
            json.writeStringProperty("id", alert.id());
            json.writeStringProperty("rule", alert.rule());
            json.writeStringProperty("title", alert.title());
            json.writeStringProperty("version", alert.version());
            json.writeStringProperty("severity", JsonText.wireName(alert.severity()));
            json.writeName("key");
            EventJson.writeKey(json, alert.key());
            json.writeStringProperty("at", EventJson.time(alert.atNanos()));
            json.writeStringProperty("message", alert.message());
            json.writeArrayPropertyStart("matched");
            for (MatchedStep step : alert.matched()) {
                json.writeStartObject();
                json.writeStringProperty("step", step.step());
                json.writeArrayPropertyStart("events");
                step.events().forEach(event -> EventJson.writeHead(json, event));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
