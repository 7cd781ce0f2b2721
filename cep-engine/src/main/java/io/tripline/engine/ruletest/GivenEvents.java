package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Writes the events of tests, in which everything but the time may be left out. */
final class GivenEvents {

    private GivenEvents() {}

    /** The same types, but that no field has to be given, nor an identity. */
    static List<EventSchema> relaxed(List<EventSchema> events) {
        return events.stream().map(GivenEvents::relaxed).toList();
    }

    private static EventSchema relaxed(EventSchema event) {
        List<FieldSchema> fields = event.fields().stream()
                .map(field ->
                        new FieldSchema(field.index(), field.name(), field.type(), field.index() != event.timeField()))
                .toList();
        return new EventSchema(event.name(), fields, OptionalInt.empty(), event.timeField(), event.lateAfterNanos());
    }

    static void write(GivenEvent event, EventLayout layout, EventWriter writer) {
        writer.begin(layout);
        for (GivenValue value : event.values()) {
            put(writer, value, layout.fieldType(value.field()));
        }
        writer.end();
    }

    private static void put(EventWriter writer, GivenValue value, FieldType type) {
        if (type instanceof ListType) {
            writer.putList(
                    value.field(),
                    value.values().stream().map(GivenEvents::element).toList());
        } else if (type == Scalar.GEO) {
            writer.putGeo(value.field(), new GeoPoint(number(value, 0), number(value, 1)));
        } else {
            put(writer, value.field(), value.values().get(0).value(), type);
        }
    }

    private static double number(GivenValue value, int part) {
        return ((Number) value.values().get(part).value()).doubleValue();
    }

    private static void put(EventWriter writer, int field, Object value, FieldType type) {
        if (type instanceof EnumType names) {
            writer.putLong(field, names.names().indexOf((String) value));
        } else if (type == Scalar.IP) {
            writer.putIp(field, IpAddresses.parse((String) value));
        } else if (value instanceof String text) {
            writer.putText(field, text);
        } else if (value instanceof Boolean truth) {
            writer.putBool(field, truth);
        } else if (value instanceof Double number) {
            writer.putFloat(field, number);
        } else if (value instanceof BigDecimal number) {
            writer.putDecimal(field, Decimals.pack(number));
        } else {
            writer.putLong(field, whole(value));
        }
    }

    private static long whole(Object value) {
        if (value instanceof Instant time) {
            return Nanos.of(time);
        }
        return value instanceof Duration duration ? duration.toNanos() : ((Number) value).longValue();
    }

    /** An element as {@link EventWriter#putList} takes it. */
    private static Object element(Literal literal) {
        Object value = literal.value();
        if (literal.type() instanceof EnumType names) {
            return (long) names.names().indexOf((String) value);
        } else if (literal.type() == Scalar.IP) {
            return IpAddresses.parse((String) value);
        } else if (value instanceof BigDecimal number) {
            return Decimals.pack(number);
        } else if (value instanceof String || value instanceof Boolean || value instanceof Double) {
            return value;
        }
        return whole(value);
    }
}
