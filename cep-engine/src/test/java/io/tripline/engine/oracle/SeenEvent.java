package io.tripline.engine.oracle;

import io.tripline.dsl.schema.EventSchema;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

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
