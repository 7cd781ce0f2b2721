package io.tripline.engine.oracle;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.core.EngineLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Streams as text: a line for each event in the order of arrival, such as {@code A k=a v=1.50 at=2.5 from=1}. Times are
 * seconds since the start, durations seconds, a field that is not named is missing; an {@code id} that is not named is
 * made up. {@code tick at=3} moves time, and with {@code rules r1=1 r2=2} only these rules hold from there on: one whose
 * version is not what it was is another rule.
 */
final class EventLines {

    /** Journal positions begin behind the rule set's. */
    static final long FIRST_SEQUENCE = 2;

    private EventLines() {}

    /** How many inputs a source may be silent before it is idle: what a first line such as {@code idle after=5} says. */
    static long idleInputs(String lines) {
        return lines.lines()
                .filter(line -> line.startsWith(EventDraft.IDLE + " after="))
                .findFirst()
                .map(line -> Long.valueOf(line.substring(line.indexOf('=') + 1).strip()))
                .orElse(EngineLimits.DEFAULT.idleSourceInputs());
    }

    static List<SeenEvent> parse(List<EventSchema> schemas, String lines) {
        List<SeenEvent> events = new ArrayList<>();
        for (String line : lines.lines()
                .filter(l -> !l.isBlank() && !l.startsWith(EventDraft.IDLE))
                .toList()) {
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
        if (words[0].equals(EventDraft.CHANGE)) {
            Map<String, String> versions = new TreeMap<>();
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].split("=", -1);
                versions.put(parts[0], parts[1]);
            }
            return SeenEvent.change(versions, sequence);
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
