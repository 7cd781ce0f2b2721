package io.tripline.engine.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event of a random stream, as text by field.
 *
 * @param seconds event time since the start of the stream, such as {@code 2.5}
 */
record EventDraft(String type, Map<String, String> fields, String seconds, int source) {

    /** Stands in the place of a type where time passes without an event. */
    static final String TICK = "tick";

    /** Stands in the place of the seconds of a tick behind which no event comes any more. */
    static final String END = "end";

    EventDraft {
        fields = new LinkedHashMap<>(fields);
    }

    /** As {@link EventLines} reads it. */
    String line() {
        StringBuilder line = new StringBuilder(type);
        fields.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(value));
        line.append(" at=").append(seconds);
        return source == 0 ? line.toString() : line + " from=" + source;
    }

    static String lines(List<EventDraft> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event.line()).append('\n'));
        return lines.toString();
    }
}
