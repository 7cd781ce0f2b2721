package io.tripline.engine.value;

import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.event.GeoPoint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that was computed, held in one {@link Value} as bytes: how many elements there are, then each one's slot, and
 * behind that of a text its length and bytes. Fields of events that are lists have another form, which points into their
 * event.
 */
public final class ValueList {

    private ValueList() {}

    /**
     * Writes a list; missing when an element is a decimal with more digits than an event has room for.
     *
     * @param elements not missing
     */
    public static void write(List<Value> elements, ValueKind kind, Value into) {
        int size = Integer.BYTES;
        for (Value element : elements) {
            size += Long.BYTES + (kind == ValueKind.BYTES ? Integer.BYTES + element.length() : 0);
        }
        ByteBuffer list = ByteBuffer.allocate(size).putInt(elements.size());
        for (Value element : elements) {
            if (element.isBig()) {
                into.setMissing();
                return;
            }
            list.putLong(element.slot());
            if (kind == ValueKind.BYTES) {
                list.putInt(element.length()).put(element.array(), element.start(), element.length());
            }
        }
        into.setBytes(list.array(), 0, size, ByteHash.of(list.array(), 0, size));
    }

    /** The elements as {@link io.tripline.engine.event.EventWriter#putList} takes them. */
    public static List<Object> elements(Value list, FieldType elementType) {
        List<Object> elements = new ArrayList<>();
        for (Value element : read(list, elementType)) {
            elements.add(element(element, elementType));
        }
        return elements;
    }

    /** The elements as plain objects. */
    static List<Object> plain(Value list, FieldType elementType) {
        return read(list, elementType).stream()
                .map(element -> PlainValues.of(element, elementType))
                .toList();
    }

    private static List<Value> read(Value list, FieldType elementType) {
        boolean bytes = ValueKind.of(elementType) == ValueKind.BYTES;
        ByteBuffer buffer = ByteBuffer.wrap(list.array(), list.start(), list.length());
        List<Value> elements = new ArrayList<>();
        for (int left = buffer.getInt(); left > 0; left--) {
            Value element = new Value();
            long slot = buffer.getLong();
            if (bytes) {
                int length = buffer.getInt();
                element.setBytes(list.array(), buffer.position(), length, slot);
                buffer.position(buffer.position() + length);
            } else {
                element.setSlot(slot);
            }
            elements.add(element);
        }
        return elements;
    }

    private static Object element(Value value, FieldType type) {
        if (!(type instanceof FieldType.Scalar scalar)) {
            return value.slot();
        }
        return switch (scalar) {
            case STRING -> value.asText();
            case IP -> value.copyBytes();
            case GEO -> GeoPoint.read(value.array(), value.start());
            case FLOAT -> value.asDouble();
            case BOOL -> value.slot() != 0;
            case INT, TIMESTAMP, DURATION, DECIMAL -> value.slot();
        };
    }
}
