package io.tripline.engine.oracle;

import io.tripline.dsl.schema.EventSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * An event as the oracle sees it.
 *
 * @param values by field: Long, BigDecimal, Double, String (also for enum), Boolean, InetAddress, Instant, Duration, or null
 * @param timeNanos event time
 * @param sequence place in the order of arrival
 */
record SeenEvent(EventSchema schema, List<Object> values, long timeNanos, long sequence, int source) {

    /** The order within a key: event time, then journal position. */
    static final Comparator<SeenEvent> ORDER =
            Comparator.comparingLong(SeenEvent::timeNanos).thenComparingLong(SeenEvent::sequence);

    static SeenEvent of(EventSchema schema, Object[] values, long timeNanos, long sequence, int source) {
        return new SeenEvent(
                schema, Collections.unmodifiableList(Arrays.asList(values.clone())), timeNanos, sequence, source);
    }

    private static final EventSchema TICK = new EventSchema("tick", List.of(), OptionalInt.empty(), 0, 0);

    private static final EventSchema CHANGE = new EventSchema("rules", List.of(), OptionalInt.empty(), 0, 0);

    /** No event at all: time has come there. */
    static SeenEvent tick(long timeNanos, long sequence) {
        return new SeenEvent(TICK, List.of(), timeNanos, sequence, 0);
    }

    /** No event: from now on these rules hold, by name with their versions. */
    static SeenEvent change(Map<String, String> versions, long sequence) {
        List<Object> names = new ArrayList<>();
        new TreeMap<>(versions).forEach((name, version) -> names.add(name + "=" + version));
        return new SeenEvent(CHANGE, names, 0, sequence, 0);
    }

    boolean isChange() {
        return schema.equals(CHANGE);
    }

    /** The rules that hold from now on, by name with their versions. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (Object name : values) {
            String[] parts = ((String) name).split("=", -1);
            versions.put(parts[0], parts[1]);
        }
        return versions;
    }

    boolean isTick() {
        return schema.equals(TICK);
    }

    String type() {
        return schema.name();
    }

    Object value(int field) {
        return values.get(field);
    }

    /** As {@code Type#sequence}: short enough for messages, and unique. */
    @Override
    public String toString() {
        return type() + "#" + sequence;
    }
}
