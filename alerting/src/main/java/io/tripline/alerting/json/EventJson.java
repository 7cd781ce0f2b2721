package io.tripline.alerting.json;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.Nanos;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/** Events and the values in them as JSON. */
public final class EventJson {

    private EventJson() {}

    /** The steps of a match with their events in full, as the text of a JSON array. */
    public static String matched(List<MatchedStep> steps) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (MatchedStep step : steps) {
                json.writeStartObject();
                json.writeStringProperty("step", step.step());
                json.writeArrayPropertyStart("events");
                step.events().forEach(event -> writeEvent(json, event));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** A key by part, as the text of a JSON object. */
    public static String key(SortedMap<String, Object> key) {
        return JsonText.of(json -> writeKey(json, key));
    }

    /** All fields of an event that are present, as the text of a JSON object. */
    public static String fields(Event event) {
        return JsonText.of(json -> {
            json.writeStartObject();
            writeFields(json, event);
            json.writeEndObject();
        });
    }

    /** A value as the text of JSON. */
    public static String value(Object value) {
        return JsonText.of(json -> writeValue(json, value));
    }

    /** A value of a key as a person would type it in a search. */
    public static String plainText(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    static void writeKey(JsonGenerator json, SortedMap<String, Object> key) {
        json.writeStartObject();
        key.forEach((part, value) -> {
            json.writeName(part);
            writeValue(json, value);
        });
        json.writeEndObject();
    }

    static String time(long nanos) {
        return Nanos.toInstant(nanos).toString();
    }

    /** An event by type, id and time only. */
    public static void writeHead(JsonGenerator json, Event event) {
        json.writeStartObject();
        writeHeadProperties(json, event);
        json.writeEndObject();
    }

    private static void writeEvent(JsonGenerator json, Event event) {
        json.writeStartObject();
        writeHeadProperties(json, event);
        json.writeObjectPropertyStart("fields");
        writeFields(json, event);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeHeadProperties(JsonGenerator json, Event event) {
        json.writeStringProperty("type", event.layout().name());
        json.writeStringProperty("id", event.identity());
        json.writeStringProperty("at", time(event.timeNanos()));
    }

    /** The fields of these places that are present, as an object. */
    static void writeFields(JsonGenerator json, Event event, int from, int to) {
        json.writeStartObject();
        writeFields(json, event, event.layout().schema().fields().subList(from, to));
        json.writeEndObject();
    }

    static void writeFields(JsonGenerator json, Event event) {
        writeFields(json, event, event.layout().schema().fields());
    }

    private static void writeFields(JsonGenerator json, Event event, List<FieldSchema> fields) {
        for (FieldSchema field : fields) {
            if (event.has(field.index()) && EventLayout.isNamed(field)) {
                json.writeName(field.name());
                writeValue(json, event.valueAt(field.index()));
            }
        }
    }

    static void writeValue(JsonGenerator json, Object value) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Instant || value instanceof Duration) {
            json.writeString(value.toString());
        } else if (value instanceof GeoPoint point) {
            json.writeStartObject();
            json.writeNumberProperty("lat", point.latitude());
            json.writeNumberProperty("lon", point.longitude());
            json.writeEndObject();
        } else if (value instanceof List<?> elements) {
            json.writeStartArray();
            elements.forEach(element -> writeValue(json, element));
            json.writeEndArray();
        } else if (value == null) {
            json.writeNull();
        } else {
            throw new IllegalArgumentException("no value of an event: " + value.getClass());
        }
    }
}
