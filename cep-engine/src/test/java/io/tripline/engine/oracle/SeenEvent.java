package io.tripline.engine.oracle;

import io.tripline.dsl.schema.EventSchema;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

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

    /** No event at all: time has come there. */
    static SeenEvent tick(long timeNanos, long sequence) {
        return new SeenEvent(TICK, List.of(), timeNanos, sequence, 0);
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
