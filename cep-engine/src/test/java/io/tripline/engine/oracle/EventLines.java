package io.tripline.engine.oracle;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Streams as text: a line for each event in the order of arrival, such as {@code A k=a v=1.50 at=2.5 from=1}. Times are
 * seconds since the start, durations seconds, a field that is not named is missing; an {@code id} that is not named is
 * made up.
 */
final class EventLines {

    /** Journal positions begin behind the rule set's. */
    static final long FIRST_SEQUENCE = 2;

    private EventLines() {}

    static List<SeenEvent> parse(List<EventSchema> schemas, String lines) {
        List<SeenEvent> events = new ArrayList<>();
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            events.add(parseLine(schemas, line.strip(), FIRST_SEQUENCE + events.size()));
        }
        return events;
    }

    private static SeenEvent parseLine(List<EventSchema> schemas, String line, long sequence) {
        String[] words = line.split(" ", -1);
        if (words[0].equals(EventDraft.TICK)) {
            String seconds = words[1].substring("at=".length());
            long nanos = seconds.equals(EventDraft.END) ? Long.MAX_VALUE : Seconds.START_NANOS + nanos(seconds);
            return SeenEvent.tick(nanos, sequence);
        }
        EventSchema schema = schemas.stream()
                .filter(s -> s.name().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type for " + line));
        Object[] values = new Object[schema.fields().size()];
        schema.idField()
                .ifPresent(id ->
                        values[id] = schema.fields().get(id).type() == Scalar.INT ? (Object) sequence : "e" + sequence);
        int source = 0;
        for (int i = 1; i < words.length; i++) {
            String name = words[i].substring(0, words[i].indexOf('='));
            String text = words[i].substring(words[i].indexOf('=') + 1);
            if (name.equals("from")) {
                source = Integer.parseInt(text);
            } else {
                FieldSchema field = schema.field(name).orElseThrow(() -> new IllegalArgumentException(line));
                values[field.index()] = value(field.type(), text);
            }
        }
        return SeenEvent.of(schema, values, Values.nanos(values[schema.timeField()]), sequence, source);
    }

    private static Object value(FieldType type, String text) {
        if (type instanceof EnumType) {
            return text;
        }
        return switch ((Scalar) type) {
            case INT -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case FLOAT -> Double.valueOf(text);
            case STRING -> text;
            case IP -> Values.address(text);
            case BOOL -> Boolean.valueOf(text);
            case TIMESTAMP -> Values.instant(Seconds.START_NANOS + nanos(text));
            case DURATION -> Duration.ofNanos(nanos(text));
            case GEO -> throw new IllegalArgumentException("no positions here");
        };
    }

    private static long nanos(String seconds) {
        return new BigDecimal(seconds).movePointRight(9).longValueExact();
    }
}
