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

    /**
     * Stands in the place of a type where the rules change: the fields are those that hold from now on, with their
     * versions.
     */
    static final String CHANGE = "rules";

    /** Stands in the place of a type in front of all: how many inputs a source may be silent before it is idle. */
    static final String IDLE = "idle";

    /** Stands in the place of the seconds of a tick behind which no event comes any more. */
    static final String END = "end";

    EventDraft {
        fields = new LinkedHashMap<>(fields);
    }

    /** Whether it is an event, and not something else that happens between events. */
    boolean isEvent() {
        return !type.equals(TICK) && !type.equals(CHANGE) && !type.equals(IDLE);
    }

    /** As {@link EventLines} reads it. */
    String line() {
        StringBuilder line = new StringBuilder(type);
        fields.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(value));
        if (type.equals(CHANGE) || type.equals(IDLE)) {
            return line.toString();
        }
        line.append(" at=").append(seconds);
        return source == 0 ? line.toString() : line + " from=" + source;
    }

    static String lines(List<EventDraft> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event.line()).append('\n'));
        return lines.toString();
    }
}
