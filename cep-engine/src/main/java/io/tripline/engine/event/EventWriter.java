package io.tripline.engine.event;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Writes events one behind the other into a growing array.
 *
 * <pre>
 *   writer.begin(layout);
 *   writer.putText(0, "tx-1");
 *   writer.putDecimal(3, Decimals.pack(1999, 2));
 *   writer.end();          // or writer.abandon()
 * </pre>
 *
 * <p>Each {@code put} may come in any order, and again: the last one counts. Not safe for use by several threads.
 */
public final class EventWriter {

    private byte[] bytes;
    private int eventStart;
    private int position;
    private int count;
    private EventLayout layout;

    public EventWriter(int initialCapacity) {
        this.bytes = new byte[Math.max(64, initialCapacity)];
    }

    /** Forgets all events; the array is used again. */
    public void clear() {
        eventStart = 0;
        position = 0;
        count = 0;
        layout = null;
    }

    /** Complete events written since the last {@link #clear}. */
    public int count() {
        return count;
    }

    /** Bytes of the complete events. */
    public int length() {
        return eventStart;
    }

    /** The events, from index 0 on, {@link #length} bytes; valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, eventStart);
    }

    public void begin(EventLayout eventLayout) {
        layout = eventLayout;
        position = eventStart;
        ensure(layout.fixedLength());
        Arrays.fill(bytes, eventStart, eventStart + layout.fixedLength(), (byte) 0);
        position = eventStart + layout.fixedLength();
    }

    /** Takes back what was written since {@link #begin}. */
    public void abandon() {
        position = eventStart;
        layout = null;
    }

    /**
     * Completes the event.
     *
     * @throws MissingFieldException when a field that is not optional has no value; the event is abandoned
     */
    public void end() {
        for (FieldSchema field : layout.schema().fields()) {
            if (!field.optional() && !isPut(field.index())) {
                abandon();
                throw new MissingFieldException(field.name());
            }
        }
        int timeSlot = eventStart + layout.slotOffset(layout.schema().timeField());
        Event.LONG.set(bytes, eventStart + EventLayout.TIME_OFFSET, (long) Event.LONG.get(bytes, timeSlot));
        Event.INT.set(bytes, eventStart + EventLayout.LENGTH_OFFSET, position - eventStart);
        Event.INT.set(bytes, eventStart + EventLayout.TYPE_OFFSET, layout.typeIndex());
        eventStart = position;
        count++;
        layout = null;
    }

    public boolean isPut(int field) {
        long word = (long) Event.LONG.get(bytes, presenceOffset(field));
        return (word >>> field & 1) != 0;
    }

    /** What {@link #putLong} has put last, of the event that is being written. */
    public long longAt(int field) {
        return (long) Event.LONG.get(bytes, eventStart + layout.slotOffset(field));
    }

    /** An int, a timestamp or duration in nanoseconds, or an enum as the place of its name. */
    public void putLong(int field, long value) {
        setSlot(field, value);
    }

    /** A decimal as {@link Decimals} packs it. */
    public void putDecimal(int field, long packed) {
        setSlot(field, packed);
    }

    /**
     * A float.
     *
     * @throws IllegalArgumentException when the value is not a finite number
     */
    public void putFloat(int field, double value) {
        setSlot(field, floatSlot(value));
    }

    public void putBool(int field, boolean value) {
        setSlot(field, value ? 1 : 0);
    }

    public void putText(int field, String value) {
        setSlot(field, append(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** An IP address of 4 or 16 bytes. */
    public void putIp(int field, byte[] address) {
        setSlot(field, append(address));
    }

    public void putGeo(int field, GeoPoint point) {
        setSlot(field, append(point.bytes()));
    }

    /**
     * A list.
     *
     * @param elements {@link Long} for int, timestamp, duration, enum and packed decimal, {@link Double}, {@link
     *     Boolean}, {@link String}, {@code byte[]} for an address, {@link GeoPoint}
     */
    public void putList(int field, List<?> elements) {
        byte[] list = new byte[4 + 8 * elements.size()];
        Event.INT.set(list, 0, elements.size());
        int slot = 4;
        for (Object element : elements) {
            Event.LONG.set(list, slot, elementSlot(element));
            slot += 8;
        }
        setSlot(field, append(list));
    }

    /**
     * A value as {@link Event#valueAt} gives it.
     *
     * @throws ArithmeticException when a decimal has more digits than an event has room for
     */
    public void putPlain(int field, FieldType type, Object value) {
        if (type instanceof ListType list) {
            putList(
                    field,
                    ((List<?>) value)
                            .stream().map(each -> element(list.element(), each)).toList());
            return;
        }
        Object element = element(type, value);
        setSlot(field, element instanceof Long slot ? slot : elementSlot(element));
    }

    /** A plain object as an element of a list. */
    private static Object element(FieldType type, Object value) {
        if (type instanceof EnumType names) {
            return (long) names.names().indexOf((String) value);
        } else if (type == Scalar.IP) {
            return IpAddresses.parse((String) value);
        } else if (value instanceof BigDecimal number) {
            return Decimals.pack(number);
        } else if (value instanceof Instant time) {
            return Nanos.of(time);
        } else if (value instanceof Duration duration) {
            return duration.toNanos();
        }
        return value;
    }

    private long elementSlot(Object element) {
        if (element instanceof Long number) {
            return number;
        } else if (element instanceof Double number) {
            return floatSlot(number);
        } else if (element instanceof Boolean bool) {
            return bool ? 1 : 0;
        } else if (element instanceof String text) {
            return append(text.getBytes(StandardCharsets.UTF_8));
        } else if (element instanceof byte[] address) {
            return append(address);
        } else if (element instanceof GeoPoint point) {
            return append(point.bytes());
        }
        throw new IllegalArgumentException("no list element: " + element);
    }

    /** −0 and 0 are one number and get one form; there is no NaN and no infinity in an event. */
    private static long floatSlot(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a finite number");
        }
        return Double.doubleToLongBits(value + 0.0);
    }

    /** Adds hash and bytes behind the event; gives the slot that points at them. */
    private long append(byte[] value) {
        ensure(8 + value.length);
        Event.LONG.set(bytes, position, ByteHash.of(value, 0, value.length));
        position += 8;
        System.arraycopy(value, 0, bytes, position, value.length);
        long slot = (long) (position - eventStart) << 32 | value.length;
        position += value.length;
        return slot;
    }

    private void setSlot(int field, long value) {
        Event.LONG.set(bytes, eventStart + layout.slotOffset(field), value);
        int offset = presenceOffset(field);
        Event.LONG.set(bytes, offset, (long) Event.LONG.get(bytes, offset) | 1L << field);
    }

    private int presenceOffset(int field) {
        return eventStart + EventLayout.PRESENCE_OFFSET + 8 * (field >> 6);
    }

    private void ensure(int more) {
        if (position + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }
}
