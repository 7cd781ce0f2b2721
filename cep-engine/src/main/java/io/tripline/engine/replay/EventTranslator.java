package io.tripline.engine.replay;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.MissingFieldException;
import io.tripline.engine.event.Nanos;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes events again for another catalogue, field by field by name. An int becomes a decimal or a float where the new
 * type wants one, a string an enum that has the name, and the reverse where nothing is lost. For one thread.
 */
public final class EventTranslator {

    private final EventCatalog target;
    private final EventWriter writer;
    private final boolean lenient;

    /**
     * Why an event does not fit the other catalogue.
     *
     * @param code {@code unknown-type}, {@code unknown-field}, {@code missing-field} or {@code wrong-type}
     * @param field the field it is about; empty for the whole event
     * @param detail for people
     */
    public record Misfit(String code, String field, String detail) {}

    private EventTranslator(EventCatalog target, EventWriter writer, boolean lenient) {
        this.target = target;
        this.writer = writer;
        this.lenient = lenient;
    }

    /**
     * A translator that loses nothing.
     *
     * @param writer gets the events that fit
     */
    public static EventTranslator exact(EventCatalog target, EventWriter writer) {
        return new EventTranslator(target, writer, false);
    }

    /** A translator that leaves away the fields which the other catalogue does not have. */
    public static EventTranslator lenient(EventCatalog target, EventWriter writer) {
        return new EventTranslator(target, writer, true);
    }

    /** Writes an event; when it does not fit nothing is written, and why is returned. */
    public Optional<Misfit> translate(Event event) {
        String type = event.layout().name();
        EventLayout layout = target.layoutOrNull(type);
        if (layout == null) {
            return Optional.of(new Misfit("unknown-type", "", "the event type '" + type + "' is gone"));
        }
        writer.begin(layout);
        for (FieldSchema field : event.layout().schema().fields()) {
            if (event.has(field.index())) {
                Optional<Misfit> misfit = copy(event, field, layout);
                if (misfit.isPresent()) {
                    writer.abandon();
                    return misfit;
                }
            }
        }
        try {
            writer.end();
            return Optional.empty();
        } catch (MissingFieldException e) {
            return Optional.of(new Misfit("missing-field", e.field(), e.getMessage()));
        }
    }

    private Optional<Misfit> copy(Event event, FieldSchema field, EventLayout layout) {
        FieldSchema to = layout.fieldOrNull(field.name());
        if (to == null) {
            return lenient
                    ? Optional.empty()
                    : Optional.of(new Misfit(
                            "unknown-field", field.name(), layout.name() + " has no field '" + field.name() + "' now"));
        }
        if (put(to.index(), to.type(), event.valueAt(field.index()))) {
            return Optional.empty();
        }
        return Optional.of(new Misfit(
                "wrong-type",
                field.name(),
                "'" + field.name() + "' is a " + to.type().display() + " now, not a "
                        + field.type().display()));
    }

    /** Puts a value as {@link Event#valueAt} gives it; false when the type cannot hold it. */
    private boolean put(int field, FieldType type, Object value) {
        if (type instanceof ListType list) {
            return putList(field, list.element(), value);
        }
        Object element = elementOrNull(type, value);
        if (element instanceof Long number) {
            writer.putLong(field, number);
        } else if (element instanceof Double number) {
            writer.putFloat(field, number);
        } else if (element instanceof Boolean bool) {
            writer.putBool(field, bool);
        } else if (element instanceof String text) {
            writer.putText(field, text);
        } else if (element instanceof byte[] address) {
            writer.putIp(field, address);
        } else if (element instanceof GeoPoint point) {
            writer.putGeo(field, point);
        }
        return element != null;
    }

    private boolean putList(int field, FieldType elementType, Object value) {
        if (!(value instanceof List<?> values)) {
            return false;
        }
        List<Object> elements = new ArrayList<>();
        for (Object each : values) {
            Object element = elementOrNull(elementType, each);
            if (element == null) {
                return false;
            }
            elements.add(element);
        }
        writer.putList(field, elements);
        return true;
    }

    /** The value as {@link EventWriter} wants an element of that type, or null when it does not fit. */
    private static Object elementOrNull(FieldType type, Object value) {
        if (type instanceof EnumType names) {
            int place = value instanceof String text ? names.names().indexOf(text) : -1;
            return place < 0 ? null : (Object) (long) place;
        }
        return switch ((Scalar) type) {
            case INT -> value instanceof Long ? value : null;
            case DECIMAL -> decimalOrNull(value);
            case FLOAT -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case STRING -> value instanceof String ? value : null;
            case BOOL -> value instanceof Boolean ? value : null;
            case TIMESTAMP -> value instanceof Instant instant ? (Object) Nanos.of(instant) : null;
            case DURATION -> value instanceof Duration duration ? (Object) duration.toNanos() : null;
            case IP -> addressOrNull(value);
            case GEO -> value instanceof GeoPoint ? value : null;
        };
    }

    private static Object addressOrNull(Object value) {
        try {
            return value instanceof String text ? IpAddresses.parse(text) : null;
        } catch (IllegalArgumentException e) {
            return null; // a text that is no address
        }
    }

    private static Object decimalOrNull(Object value) {
        try {
            return value instanceof BigDecimal decimal
                    ? Decimals.pack(decimal)
                    : value instanceof Long number ? (Object) Decimals.pack(number, 0) : null;
        } catch (ArithmeticException e) {
            return null; // more digits than a decimal has
        }
    }
}
