package io.tripline.engine.snapshot;

import io.tripline.engine.event.ByteHash;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link StateWriter} has written, call by call. That the bytes are what was written is known before: there is
 * a checksum over them.
 */
public final class StateReader {
    private final EventCatalog catalog;
    private final byte[] bytes;
    private final int end;
    private final List<Event> events = new ArrayList<>();
    private int position;
    private long lastSequence;

    /** @param catalog has the types of all events that were written, under whatever number */
    public StateReader(EventCatalog catalog, byte[] bytes, int start, int length) {
        this.catalog = catalog;
        this.bytes = bytes;
        this.position = start;
        this.end = start + length;
    }

    /** What stands in a {@link StateWriter#part}. */
    public StateReader part() {
        int length = count();
        position += length;
        return new StateReader(catalog, bytes, position - length, length);
    }

    /** Has all been read? If not, it was not what the reader took it for. */
    public void end() {
        if (position != end) {
            throw new StateUnreadableException(end - position + " bytes too many");
        }
    }

    public boolean flag() {
        return bytes[position++] != 0;
    }

    public long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[position++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** A number that counts things that follow, or tells them apart. */
    public int count() {
        long count = number();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new StateUnreadableException("there cannot be " + count);
        }
        return (int) count;
    }

    public long signed() {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    public long fixed() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            number |= (bytes[position++] & 0xFFL) << shift;
        }
        return number;
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        int length = count();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    public BigDecimal decimal() {
        int scale = (int) signed();
        return new BigDecimal(new BigInteger(bytes()), scale);
    }

    /** A value, missing where there is none. */
    public void kept(Value into) {
        int kind = count();
        switch (kind) {
            case 0 -> into.setMissing();
            case 1 -> into.setSlot(signed());
            case 2 -> {
                byte[] text = bytes();
                into.setText(new Text(text, ByteHash.of(text, 0, text.length)));
            }
            case 3 -> into.setKept(Value.BIG, decimal());
            case 4 -> {
                byte[] text = bytes();
                into.setText(new Text(text, signed()));
            }
            default -> throw new StateUnreadableException("there is no kind of value " + kind);
        }
    }

    public Object plainOrNull() {
        return PlainForm.readOrNull(this);
    }

    public Event eventOrNull() {
        int known = count();
        if (known == 0) {
            return null;
        } else if (known > 1) {
            return events.get(known - 2);
        }
        lastSequence += signed();
        int ordinal = count();
        int source = (int) signed();
        Event event = event(catalog, count(), lastSequence, ordinal, source);
        events.add(event);
        return event;
    }

    /** Events, none of which is missing. */
    public List<Event> events() {
        List<Event> all = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            all.add(eventOrNull());
        }
        return all;
    }

    /** @param own the catalogue whose first type it is of */
    public Event rowOrNull(EventCatalog own) {
        if (!flag()) {
            return null;
        }
        long sequence = signed();
        int ordinal = count();
        int source = (int) signed();
        return event(own, 0, sequence, ordinal, source);
    }

    private Event event(EventCatalog of, int type, long sequence, int ordinal, int source) {
        byte[] plain = new byte[count()];
        position = PackedWords.unpack(bytes, position, plain);
        return Event.of(of.layout(type), plain, sequence, ordinal, source);
    }
}
