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
 * {"kind":"emitted","rule":"raise","type":"Suspicion","id":"#12.1","at":"…","fields":{"user":"u1"}}
 * {"kind":"listed","rule":"raise","list":"blocked","value":"c1","until":"2026-03-02T10:03:00Z"}
 * {"kind":"unlisted","rule":"clear","list":"blocked","value":"c1"}
 * {"kind":"list-forgotten","list":"blocked"}
 * {"kind":"verdict","decision":"payment","version":"…","type":"Transaction","id":"tx-3","at":"…","verdict":"block","score":90}
 * {"kind":"refused","rule":"raise","reason":"…"}
 * </pre>
 *
 * <p>Besides there are {@code amended}, {@code retracted} and {@code row-withdrawn}. {@code until} is absent where an entry
 * stays for ever, {@code rule} where it was changed from outside. For one thread. What cannot be
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
            writeEvent("late", late.event());
        } else if (outcome instanceof Outcome.RowPublished published) {
            json.writeStringProperty("kind", "row");
            RowJson.write(json, published.row());
        } else if (outcome instanceof Outcome.RowWithdrawn withdrawn) {
            json.writeStringProperty("kind", "row-withdrawn");
            RowJson.write(json, withdrawn.row());
        } else if (outcome instanceof Outcome.Emitted emitted) {
            writeEmitted(emitted);
        } else if (outcome instanceof Outcome.ListChanged change) {
            writeListChange(change);
        } else if (outcome instanceof Outcome.ListForgotten forgotten) {
            json.writeStringProperty("kind", "list-forgotten");
            json.writeStringProperty("list", forgotten.list());
        } else if (outcome instanceof Outcome.Verdict verdict) {
            writeVerdict(verdict);
        } else if (outcome instanceof Outcome.EffectRefused refused) {
            json.writeStringProperty("kind", "refused");
            json.writeStringProperty("rule", refused.rule());
            json.writeStringProperty("reason", refused.reason());
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

    private void writeEmitted(Outcome.Emitted emitted) {
        Event event = emitted.event();
        writeEvent("emitted", event);
        json.writeStringProperty("rule", emitted.rule());
        json.writeObjectPropertyStart("fields");
        EventJson.writeFields(json, event);
        json.writeEndObject();
    }

    private void writeListChange(Outcome.ListChanged change) {
        json.writeStringProperty("kind", change.added() ? "listed" : "unlisted");
        if (!change.rule().isEmpty()) {
            json.writeStringProperty("rule", change.rule());
        }
        json.writeStringProperty("list", change.list());
        json.writeName("value");
        EventJson.writeValue(json, change.value());
        if (change.added() && change.untilNanos() != Long.MAX_VALUE) {
            json.writeStringProperty("until", EventJson.time(change.untilNanos()));
        }
    }

    private void writeVerdict(Outcome.Verdict verdict) {
        writeEvent("verdict", verdict.event());
        json.writeStringProperty("decision", verdict.decision());
        json.writeStringProperty("version", verdict.version());
        json.writeStringProperty("verdict", verdict.verdict());
        json.writeName("score");
        EventJson.writeValue(json, verdict.score());
    }

    private void writeEvent(String kind, Event event) {
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("type", event.layout().name());
        json.writeStringProperty("id", event.identity());
        json.writeStringProperty("at", EventJson.time(event.timeNanos()));
    }
}
