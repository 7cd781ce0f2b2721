package io.tripline.alerting.json;

import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Event;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes outcomes as NDJSON, one object a line, byte for byte the same for the same outcomes:
 *
 * <pre>
 * {"kind":"firing","id":"…","rule":"card_testing","version":"…","key":{"card":"c1"},"at":"2026-03-01T10:03:00Z",
 *  "severity":"high","message":"…","matched":{"probe":["tx-1","tx-2"],"hit":["tx-3"]}}
 * {"kind":"late","type":"Transaction","id":"tx-9","at":"2026-03-01T09:00:00Z"}
 * {"kind":"row","id":"…","view":"page_views","version":"…","revision":0,"windowStart":"2026-03-01T10:00:00Z",
 *  "windowEnd":"2026-03-01T10:01:00Z","groups":{"url":"/"},"columns":{"views":2}}
 * </pre>
 *
 * <p>{@code kind} is {@code firing}, {@code amended}, {@code retracted}, {@code late}, {@code row} or {@code
 * row-withdrawn}. For one thread. What cannot be
 * written throws {@link tools.jackson.core.exc.JacksonIOException}.
 */
public final class OutcomeJson implements AutoCloseable {

    private final JsonGenerator json;

    /** Writes to {@code target}, which is flushed but never closed. */
    public OutcomeJson(OutputStream target) {
        this.json = JsonText.generator(target);
    }

    public void write(Outcome outcome) {
        json.writeStartObject();
        if (outcome instanceof Outcome.Fired fired) {
            writeAlert("firing", fired.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            writeAlert("amended", amended.alert());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            writeAlert("retracted", retracted.alert());
        } else if (outcome instanceof Outcome.Late late) {
            writeLate(late.event());
        } else if (outcome instanceof Outcome.RowPublished published) {
            json.writeStringProperty("kind", "row");
            RowJson.write(json, published.row());
        } else if (outcome instanceof Outcome.RowWithdrawn withdrawn) {
            json.writeStringProperty("kind", "row-withdrawn");
            RowJson.write(json, withdrawn.row());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    public void flush() {
        json.flush();
    }

    /** Flushes. */
    @Override
    public void close() {
        json.close();
    }

    private void writeAlert(String kind, Alert alert) {
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("id", alert.id());
        json.writeStringProperty("rule", alert.rule());
        json.writeStringProperty("version", alert.version());
        json.writeName("key");
        EventJson.writeKey(json, alert.key());
        json.writeStringProperty("at", EventJson.time(alert.atNanos()));
        json.writeStringProperty("severity", JsonText.wireName(alert.severity()));
        json.writeStringProperty("message", alert.message());
        json.writeObjectPropertyStart("matched");
        for (MatchedStep step : alert.matched()) {
            json.writeArrayPropertyStart(step.step());
            step.events().forEach(event -> json.writeString(event.identity()));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeLate(Event event) {
        json.writeStringProperty("kind", "late");
        json.writeStringProperty("type", event.layout().name());
        json.writeStringProperty("id", event.identity());
        json.writeStringProperty("at", EventJson.time(event.timeNanos()));
    }
}
