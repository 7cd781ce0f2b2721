package io.tripline.engine.snapshot;

import io.tripline.engine.event.ByteHash;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.value.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a part of a state; used again and again. Numbers take as many bytes as they need, an event stands in a part once.
 * {@link StateReader} reads what this writes, call by call.
 *
 * <p>For one thread.
 */
public final class StateWriter {
    private static final int NO_VALUE = 0;
    private static final int SLOT = 1;
    private static final int TEXT = 2;
    private static final int BIG = 3;

    private record Place(long sequence, int ordinal) {}

    private final EventCatalog catalog;
    private final Map<Place, Integer> events = new LinkedHashMap<>();
    private byte[] bytes = new byte[1 << 10];
    private int length;
    private long lastSequence;

    /** @param catalog has the types of all events that are written */
    public StateWriter(EventCatalog catalog) {
        this.catalog = catalog;
    }

    /** Begins a part. */
    public void clear() {
        length = 0;
        events.clear();
        lastSequence = 0;
    }

    /** What is written, from index 0; used again after {@link #clear}. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** A copy of what is written. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    public StateWriter flag(boolean is) {
        room(1);
        bytes[length++] = (byte) (is ? 1 : 0);
        return this;
    }

    /** A number that most often is small and not negative. */
    public StateWriter number(long number) {
        room(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** A number that most often is near 0, or the lowest or highest of all. */
    public StateWriter signed(long number) {
        return number((number << 1) ^ (number >> 63));
    }

    /** A number of which nothing is known: eight bytes. */
    public StateWriter fixed(long number) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    public StateWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, which know their length. */
    public StateWriter bytes(byte[] array) {
        return bytes(array, 0, array.length);
    }

    private StateWriter bytes(byte[] array, int start, int count) {
        number(count);
        room(count);
        System.arraycopy(array, start, bytes, length, count);
        length += count;
        return this;
    }

    /** What another writer, for which {@link StateReader#part} makes a reader, has written. */
    public StateWriter part(StateWriter other) {
        return bytes(other.bytes, 0, other.length);
    }

    public StateWriter decimal(BigDecimal number) {
        signed(number.scale());
        return bytes(number.unscaledValue().toByteArray());
    }

    /** What {@link io.tripline.engine.value.Value#keptOrNull} gave, with its slot. */
    public StateWriter kept(long slot, Object keptOrNull) {
        if (keptOrNull instanceof Text text) {
            boolean usual = text.hash() == ByteHash.of(text.bytes(), 0, text.bytes().length);
            number(usual ? TEXT : TEXT + 2).bytes(text.bytes());
            return usual ? this : signed(text.hash());
        } else if (keptOrNull instanceof BigDecimal big) {
            return number(BIG).decimal(big);
        }
        return number(SLOT).signed(slot);
    }

    /** A value that is not there. */
    public StateWriter nothingKept() {
        return number(NO_VALUE);
    }

    /** A plain object, see {@link Event#valueAt}; null for what is missing. */
    public StateWriter plain(Object valueOrNull) {
        PlainForm.write(valueOrNull, this);
        return this;
    }

    /** An event of a type of the catalogue; null for none. */
    public StateWriter event(Event eventOrNull) {
        if (eventOrNull == null) {
            return number(0);
        }
        Integer known = events.putIfAbsent(new Place(eventOrNull.sequence(), eventOrNull.ordinal()), events.size() + 2);
        if (known != null) {
            return number(known);
        }
        EventLayout layout = catalog.layoutOrNull(eventOrNull.layout().name());
        if (layout == null) {
            throw new IllegalStateException(
                    "an event is kept whose type '" + eventOrNull.layout().name() + "' is not declared");
        }
        number(1);
        signed(eventOrNull.sequence() - lastSequence);
        lastSequence = eventOrNull.sequence();
        number(eventOrNull.ordinal());
        signed(eventOrNull.source());
        number(layout.typeIndex());
        return packed(eventOrNull);
    }

    public StateWriter events(List<Event> all) {
        number(all.size());
        all.forEach(this::event);
        return this;
    }

    /** What has the form of an event and a type of its own, the first of a catalogue; null for none. */
    public StateWriter row(Event rowOrNull) {
        flag(rowOrNull != null);
        if (rowOrNull != null) {
            signed(rowOrNull.sequence());
            number(rowOrNull.ordinal());
            signed(rowOrNull.source());
            packed(rowOrNull);
        }
        return this;
    }

    private StateWriter packed(Event event) {
        byte[] plain = event.withoutType();
        number(plain.length);
        room(PackedWords.longest(plain.length));
        length = PackedWords.pack(plain, 0, plain.length, bytes, length);
        return this;
    }
}
