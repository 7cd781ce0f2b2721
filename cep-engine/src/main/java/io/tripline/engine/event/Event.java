package io.tripline.engine.event;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A view of one binary event. {@link #wrap} moves it to another event without allocating, so who hands out a view may
 * move it on after the call; {@link #retained} makes a copy that stays.
 *
 * <p>Not safe for use by several threads while it is being moved.
 */
public final class Event {

    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Stands for the source of a derived event. */
    public static final int NO_SOURCE = -1;

    private EventLayout layout;
    private byte[] bytes;
    private int start;
    private long sequence;
    private int ordinal;
    private int source;

    /** A view of nothing, to be {@link #wrap}ped. */
    public Event() {}

    /**
     * Moves this view.
     *
     * @param catalog the catalogue the event was written with
     * @param bytes holds the event from {@code start} on
     * @param sequence the event's position in the journal
     * @param source number of the source it came from
     */
    public void wrap(EventCatalog catalog, byte[] bytes, int start, long sequence, int source) {
        wrap(catalog, bytes, start, sequence, 0, source);
    }

    /**
     * Moves this view to an event that an input has caused.
     *
     * @param sequence position in the journal of the input
     * @param ordinal counts, from 1, the events that the input has caused
     */
    public void wrapDerived(EventCatalog catalog, byte[] bytes, long sequence, int ordinal) {
        wrap(catalog, bytes, 0, sequence, ordinal, NO_SOURCE);
    }

    private void wrap(EventCatalog catalog, byte[] bytes, int start, long sequence, int ordinal, int source) {
        this.layout = catalog.layout(typeAt(bytes, start));
        this.bytes = bytes;
        this.start = start;
        this.sequence = sequence;
        this.ordinal = ordinal;
        this.source = source;
    }

    /** A view of the same event that nobody moves, over a copy of its bytes. */
    public Event retained() {
        Event copy = new Event();
        copy.layout = layout;
        copy.bytes = Arrays.copyOfRange(bytes, start, start + length());
        copy.start = 0;
        copy.sequence = sequence;
        copy.ordinal = ordinal;
        copy.source = source;
        return copy;
    }

    /** A copy of the event's bytes as one of a type that has another number and the same fields. */
    public byte[] copyAs(EventLayout other) {
        byte[] copy = Arrays.copyOfRange(bytes, start, start + length());
        INT.set(copy, EventLayout.TYPE_OFFSET, other.typeIndex());
        return copy;
    }

    /** A copy of the event's bytes that does not say which type it is of. */
    public byte[] withoutType() {
        byte[] copy = Arrays.copyOfRange(bytes, start, start + length());
        INT.set(copy, EventLayout.TYPE_OFFSET, 0);
        return copy;
    }

    /**
     * An event that stays, of bytes {@link #withoutType}.
     *
     * @param bytes belong to the event from now on
     */
    public static Event of(EventLayout layout, byte[] bytes, long sequence, int ordinal, int source) {
        INT.set(bytes, EventLayout.TYPE_OFFSET, layout.typeIndex());
        Event event = new Event();
        event.layout = layout;
        event.bytes = bytes;
        event.sequence = sequence;
        event.ordinal = ordinal;
        event.source = source;
        return event;
    }

    /** The length in bytes of the event that starts at {@code start}. */
    public static int lengthAt(byte[] bytes, int start) {
        return (int) INT.get(bytes, start + EventLayout.LENGTH_OFFSET);
    }

    /** The number of the type of the event that starts at {@code start}. */
    public static int typeAt(byte[] bytes, int start) {
        return (int) INT.get(bytes, start + EventLayout.TYPE_OFFSET);
    }

    /** The time of the event that starts at {@code start}. */
    public static long timeAt(byte[] bytes, int start) {
        return (long) LONG.get(bytes, start + EventLayout.TIME_OFFSET);
    }

    public EventLayout layout() {
        return layout;
    }

    public int typeIndex() {
        return layout.typeIndex();
    }

    /** Position in the journal, rising in the order of arrival; of a derived event, that of the input which caused it. */
    public long sequence() {
        return sequence;
    }

    /** Whether that is the same input, or the same event that rules have made. */
    public boolean isSame(Event otherOrNull) {
        return otherOrNull != null && sequence == otherOrNull.sequence && ordinal == otherOrNull.ordinal;
    }

    /** 0 for an event that has come in; derived events of one input are counted from 1. */
    public int ordinal() {
        return ordinal;
    }

    /** Whether this event comes behind that place in the order of arrival. */
    public boolean isBehind(long otherSequence, int otherOrdinal) {
        return sequence > otherSequence || sequence == otherSequence && ordinal > otherOrdinal;
    }

    /** Number of the source it came from; {@link #NO_SOURCE} for a derived event. */
    public int source() {
        return source;
    }

    public int length() {
        return lengthAt(bytes, start);
    }

    /** Event time, nanoseconds since 1970. */
    public long timeNanos() {
        return timeAt(bytes, start);
    }

    public boolean has(int field) {
        long word = (long) LONG.get(bytes, start + EventLayout.PRESENCE_OFFSET + 8 * (field >> 6));
        return (word >>> field & 1) != 0;
    }

    /** The field's slot as it is; 0 when the field is missing. */
    public long slot(int field) {
        return (long) LONG.get(bytes, start + layout.slotOffset(field));
    }

    /** The field as a double; only for a float that is present. */
    public double floatAt(int field) {
        return Double.longBitsToDouble(slot(field));
    }

    /** The hash of a text, address, position or list that is present. */
    public long hashAt(int field) {
        return (long) LONG.get(bytes, start + offsetOf(slot(field)) - 8);
    }

    /** Where the bytes of a text, address, position or list that is present begin in {@link #array}. */
    public int bytesStart(int field) {
        return start + offsetOf(slot(field));
    }

    /** How many bytes a text, address, position or list that is present has. */
    public int bytesLength(int field) {
        return (int) slot(field);
    }

    /** The array this view looks into; not to be written. */
    public byte[] array() {
        return bytes;
    }

    /** Where the event begins in {@link #array}. */
    public int start() {
        return start;
    }

    /** The text of a string field that is present. */
    public String textAt(int field) {
        return new String(bytes, bytesStart(field), bytesLength(field), StandardCharsets.UTF_8);
    }

    /**
     * The field as a plain object: {@link Long}, {@link java.math.BigDecimal}, {@link Double}, {@link String} (also for
     * enum and ip), {@link Boolean}, {@link Instant}, {@link Duration}, {@link GeoPoint}, a {@link List} of these, or
     * null when missing. For messages and output, not for the matching of events.
     */
    public Object valueAt(int field) {
        if (!has(field)) {
            return null;
        }
        FieldType type = layout.fieldType(field);
        if (type instanceof ListType list) {
            return listAt(field, list.element());
        }
        return scalarValue(type, bytes, slot(field), start);
    }

    /** All fields that are present and have a name that rules can write, by name, in the order of declaration. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        layout.schema().fields().forEach(field -> {
            Object value = EventLayout.isNamed(field) ? valueAt(field.index()) : null;
            if (value != null) {
                values.put(field.name(), value);
            }
        });
        return values;
    }

    /**
     * The event's own identity: its {@code @id} as text, or {@code #position} where its type has none, with {@code
     * .ordinal} behind it for a derived event.
     */
    public String identity() {
        var idField = layout.schema().idField();
        if (idField.isEmpty()) {
            return ordinal == 0 ? "#" + sequence : "#" + sequence + "." + ordinal;
        }
        return String.valueOf(valueAt(idField.getAsInt()));
    }

    @Override
    public String toString() {
        return layout == null ? "Event[]" : layout.name() + values() + "@" + sequence;
    }

    private List<Object> listAt(int field, FieldType element) {
        int position = bytesStart(field);
        int count = (int) INT.get(bytes, position);
        position += 4;
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(scalarValue(element, bytes, (long) LONG.get(bytes, position), start));
            position += 8;
        }
        return Collections.unmodifiableList(values);
    }

    private static Object scalarValue(FieldType type, byte[] bytes, long slot, int start) {
        if (type instanceof EnumType names) {
            return names.names().get((int) slot);
        }
        int position = start + offsetOf(slot);
        return switch ((Scalar) type) {
            case INT -> slot;
            case DECIMAL -> Decimals.unpack(slot);
            case FLOAT -> Double.longBitsToDouble(slot);
            case BOOL -> slot != 0;
            case TIMESTAMP -> Nanos.toInstant(slot);
            case DURATION -> Duration.ofNanos(slot);
            case STRING -> new String(bytes, position, (int) slot, StandardCharsets.UTF_8);
            case IP -> IpAddresses.format(bytes, position, (int) slot);
            case GEO -> GeoPoint.read(bytes, position);
        };
    }

    private static int offsetOf(long slot) {
        return (int) (slot >>> 32);
    }
}
