package io.tripline.console.decode;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What came of a body: the events' values in order, and the errors as {@code line pointer code: detail}. */
record Decoding(List<Map<String, Object>> events, List<String> errors) {

    /** {@code T}: an id, a time, and an optional field of each type, named after it. */
    static final EventCatalog CATALOG = new EventCatalog(1, List.of(everyType(), small()));

    static final DecodeLimits LIMITS = DecodeLimits.DEFAULT;

    private static EventSchema everyType() {
        List<FieldSchema> fields = new ArrayList<>();
        fields.add(new FieldSchema(0, "id", Scalar.STRING, false));
        fields.add(new FieldSchema(1, "at", Scalar.TIMESTAMP, false));
        for (Scalar type : Scalar.values()) {
            fields.add(new FieldSchema(fields.size(), type.display(), type, true));
        }
        FieldType channel = new EnumType(List.of("web", "app", "branch"));
        fields.add(new FieldSchema(fields.size(), "channel", channel, true));
        for (FieldType element : List.of(Scalar.INT, Scalar.STRING, Scalar.GEO, channel)) {
            String name = element instanceof EnumType ? "channels" : element.display() + "s";
            fields.add(new FieldSchema(fields.size(), name, new ListType(element), true));
        }
        return new EventSchema("T", fields, OptionalInt.of(0), 1, 0);
    }

    private static EventSchema small() {
        List<FieldSchema> fields = List.of(
                new FieldSchema(0, "amount", Scalar.DECIMAL, false), new FieldSchema(1, "at", Scalar.TIMESTAMP, false));
        return new EventSchema("Payment", fields, OptionalInt.empty(), 1, 0);
    }

    static Decoding ofLines(String... lines) {
        return read(EventReader.ofNdjson(bytes(String.join("\n", lines)), CATALOG, LIMITS));
    }

    static Decoding ofJson(String body) {
        return read(EventReader.ofJson(bytes(body), CATALOG, LIMITS));
    }

    /** {@code T} with its required fields and these members more. */
    static Decoding ofMembers(String members) {
        return ofLines("{\"type\":\"T\",\"id\":\"1\",\"at\":0," + members + "}");
    }

    static Decoding read(EventReader reader) {
        EventWriter writer = new EventWriter(64);
        List<String> errors = new ArrayList<>();
        try {
            while (true) {
                switch (reader.next(writer)) {
                    case DECODED -> {}
                    case REJECTED -> {
                        EventError e = reader.error();
                        errors.add(e.line() + " " + e.pointer() + " " + e.code().wireName() + ": " + e.detail());
                    }
                    case END -> {
                        return new Decoding(events(writer), errors);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> events(EventWriter writer) {
        List<Map<String, Object>> events = new ArrayList<>();
        Event event = new Event();
        for (int start = 0; start < writer.length(); start += Event.lengthAt(writer.array(), start)) {
            event.wrap(CATALOG, writer.array(), start, events.size() + 1L, 0);
            events.add(event.values());
        }
        return events;
    }

    /** The only event's value of that field, when there was no error. */
    Object value(String field) {
        if (!errors.isEmpty()) {
            throw new AssertionError(errors);
        }
        return events.get(0).get(field);
    }

    /** Hands its bytes out one at a time, as a slow sender would. */
    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
    }
}
