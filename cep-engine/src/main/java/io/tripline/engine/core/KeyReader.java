package io.tripline.engine.core;

import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.event.Event;
import io.tripline.engine.program.Program;
import io.tripline.engine.value.ValueKind;
import io.tripline.engine.window.RuleFeatures;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads a rule's key from the events of one type.
 *
 * <p>A key of one number, or of one text of up to 15 bytes, is short: two longs. Another key's bytes hold part after part: 8 bytes for a number, the length in 4 bytes and the bytes for a text. A part has one
 * type in all event types. Looking a key up compares these with
 * the event's own bytes and allocates nothing.
 */
final class KeyReader {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The last byte of the second long is the length. */
    private static final int LONGEST_SHORT = 2 * Long.BYTES - 1;

    /** No short key has that. */
    static final long NOT_SHORT = -1;

    private static final long NO_PARTS = 0x5DEECE66DL;

    private final int[] fields;
    private final boolean[] texts;
    private final int[] optionalFields;
    private final List<Integer> optionalFieldList;
    private final long hashOfNothing;

    /**
     * A reader for a type of event.
     *
     * @param rule the rule's name, which spreads rules without a key over the partitions
     */
    KeyReader(KeyPlan key, EventSchema schema, String rule) {
        List<Integer> fieldList =
                key.parts().isEmpty() ? List.of() : key.fieldsByEvent().get(schema.name());
        int parts = fieldList.size();
        this.fields = fieldList.stream().mapToInt(Integer::intValue).toArray();
        this.texts = new boolean[parts];
        TreeSet<Integer> optional = new TreeSet<>();
        for (int i = 0; i < parts; i++) {
            FieldSchema field = schema.fields().get(fields[i]);
            texts[i] = ValueKind.of(field.type()) == ValueKind.BYTES;
            if (field.optional()) {
                optional.add(fields[i]);
            }
        }
        this.optionalFields = optional.stream().mapToInt(Integer::intValue).toArray();
        this.optionalFieldList = List.copyOf(optional);
        this.hashOfNothing = rule.chars().asLongStream().reduce(NO_PARTS, (hash, c) -> ByteHash.mix(hash + c));
    }

    /** The fields that an event may lack, and then has no key; ascending. */
    List<Integer> optionalFields() {
        return optionalFieldList;
    }

    /** Whether the event has no key. */
    boolean isMissing(Event event) {
        for (int field : optionalFields) {
            if (!event.has(field)) {
                return true;
            }
        }
        return false;
    }

    /** The same for equal keys, whatever the type of event. */
    long hash(Event event) {
        if (fields.length == 0) {
            return hashOfNothing;
        }
        long hash = partHash(event, 0);
        for (int i = 1; i < fields.length; i++) {
            hash = ByteHash.mix(hash * 31 + partHash(event, i));
        }
        return hash;
    }

    private long partHash(Event event, int part) {
        return texts[part] ? event.hashAt(fields[part]) : ByteHash.mix(event.slot(fields[part]));
    }

    /** Whether the state is that of the event's key. */
    boolean isKey(Event event, KeyState state) {
        if (isLong(event)) {
            return state.longKeyOrNull() != null && isKey(event, state.longKeyOrNull());
        }
        return state.first() == first(event) && state.second() == second(event);
    }

    /** A new state for the event's key, which has that hash. */
    KeyState newState(Event event, long hash, Program program, RuleFeatures features) {
        boolean isLong = isLong(event);
        return KeyState.of(
                isLong ? 0 : first(event),
                isLong ? NOT_SHORT : second(event),
                isLong ? keyOf(event) : null,
                Partition.slice(hash),
                event.timeNanos(),
                program,
                features);
    }

    private boolean isLong(Event event) {
        return fields.length > 1 || fields.length == 1 && texts[0] && event.bytesLength(fields[0]) > LONGEST_SHORT;
    }

    /** A short key: the number, or the first bytes of the text. */
    private long first(Event event) {
        if (fields.length == 0) {
            return 0;
        }
        return texts[0]
                ? bytes(event.array(), event.bytesStart(fields[0]), event.bytesLength(fields[0]))
                : event.slot(fields[0]);
    }

    /** The other bytes of the text, and its length in the highest. */
    private long second(Event event) {
        if (fields.length == 0 || !texts[0]) {
            return 0;
        }
        int length = event.bytesLength(fields[0]);
        long bytes = bytes(event.array(), event.bytesStart(fields[0]) + Long.BYTES, length - Long.BYTES);
        return (long) length << 8 * (Long.BYTES - 1) | bytes;
    }

    /** The first eight bytes, or as many as there are. */
    private static long bytes(byte[] array, int start, int count) {
        if (count <= 0) {
            return 0;
        }
        if (start + Long.BYTES <= array.length) {
            long all = (long) LONG.get(array, start);
            return count >= Long.BYTES ? all : all & (1L << 8 * count) - 1;
        }
        long bytes = 0;
        for (int i = 0; i < count && i < Long.BYTES; i++) {
            bytes |= (array[start + i] & 0xFFL) << 8 * i;
        }
        return bytes;
    }

    /** Whether the event has the key of these bytes. */
    private boolean isKey(Event event, byte[] key) {
        int position = 0;
        for (int i = 0; i < fields.length; i++) {
            if (!texts[i]) {
                if ((long) LONG.get(key, position) != event.slot(fields[i])) {
                    return false;
                }
                position += Long.BYTES;
            } else {
                int length = event.bytesLength(fields[i]);
                int start = event.bytesStart(fields[i]);
                int end = position + Integer.BYTES + length;
                if ((int) INT.get(key, position) != length
                        || !Arrays.equals(event.array(), start, start + length, key, position + Integer.BYTES, end)) {
                    return false;
                }
                position = end;
            }
        }
        return true;
    }

    /** The bytes of the event's key. */
    private byte[] keyOf(Event event) {
        int size = 0;
        for (int i = 0; i < fields.length; i++) {
            size += texts[i] ? Integer.BYTES + event.bytesLength(fields[i]) : Long.BYTES;
        }
        ByteBuffer key = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < fields.length; i++) {
            if (texts[i]) {
                int length = event.bytesLength(fields[i]);
                key.putInt(length);
                key.put(event.array(), event.bytesStart(fields[i]), length);
            } else {
                key.putLong(event.slot(fields[i]));
            }
        }
        return key.array();
    }

    /** The hash of the key that a state is of. */
    long hash(KeyState state) {
        if (fields.length == 0) {
            return hashOfNothing;
        } else if (state.longKeyOrNull() != null) {
            return hashOfLong(state.longKeyOrNull());
        } else if (!texts[0]) {
            return ByteHash.mix(state.first());
        }
        byte[] text = new byte[2 * Long.BYTES];
        LONG.set(text, 0, state.first());
        LONG.set(text, Long.BYTES, state.second());
        return ByteHash.of(text, 0, text[text.length - 1]);
    }

    private long hashOfLong(byte[] key) {
        long hash = 0;
        int position = 0;
        for (int i = 0; i < fields.length; i++) {
            long part;
            if (texts[i]) {
                int length = (int) INT.get(key, position);
                part = ByteHash.of(key, position + Integer.BYTES, length);
                position += Integer.BYTES + length;
            } else {
                part = ByteHash.mix((long) LONG.get(key, position));
                position += Long.BYTES;
            }
            hash = i == 0 ? part : ByteHash.mix(hash * 31 + part);
        }
        return hash;
    }
}
