package io.tripline.engine.host;

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

/** Writes a batch again for another catalogue. Rare: it happens to batches that a rule change overtakes. */
final class BatchTranslator {

    private final EventBatch batch;
    private final EventCatalog newer;
    private final EventWriter writer;
    private final List<BatchProblem> problems = new ArrayList<>();

    BatchTranslator(EventBatch batch, EventCatalog newer) {
        this.batch = batch;
        this.newer = newer;
        this.writer = new EventWriter(batch.length() + 64);
    }

    EventBatch.Translation translate() {
        Event event = new Event();
        int position = 0;
        for (int i = 0; i < batch.count(); i++) {
            event.wrap(batch.catalog(), batch.events(), position, 0, 0);
            translate(i, event);
            position += event.length();
        }
        return new EventBatch.Translation(
                writer.count() == 0
                        ? Optional.empty()
                        : Optional.of(new EventBatch(
                                newer, writer.toByteArray(), writer.length(), writer.count(), batch.source())),
                problems);
    }

    private void translate(int index, Event event) {
        String type = event.layout().name();
        EventLayout layout = newer.layoutOrNull(type);
        if (layout == null) {
            problems.add(new BatchProblem(index, "unknown-type", "", "the event type '" + type + "' is gone"));
            return;
        }
        writer.begin(layout);
        for (FieldSchema field : event.layout().schema().fields()) {
            if (event.has(field.index()) && !copied(index, event, field, layout)) {
                writer.abandon();
                return;
            }
        }
        try {
            writer.end();
        } catch (MissingFieldException e) {
            problems.add(new BatchProblem(index, "missing-field", e.field(), e.getMessage()));
        }
    }

    private boolean copied(int index, Event event, FieldSchema field, EventLayout layout) {
        FieldSchema target = layout.fieldOrNull(field.name());
        if (target == null) {
            problems.add(new BatchProblem(
                    index, "unknown-field", field.name(), layout.name() + " has no field '" + field.name() + "' now"));
            return false;
        }
        if (put(target.index(), target.type(), event.valueAt(field.index()))) {
            return true;
        }
        problems.add(new BatchProblem(
                index,
                "wrong-type",
                field.name(),
                "'" + field.name() + "' is a " + target.type().display() + " now, not a "
                        + field.type().display()));
        return false;
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
