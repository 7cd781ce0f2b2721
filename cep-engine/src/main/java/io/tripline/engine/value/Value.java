package io.tripline.engine.value;

import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Holds the result of an expression; used again and again. What is in it, {@link ValueKind} says, which whoever compiled
 * the expression knows: a value does not carry its kind.
 *
 * <p>Not safe for use by several threads.
 */
public final class Value {

    /** The slot of a decimal that does not fit a packed one; {@link #bigOrNull} has it. No packed decimal has this scale. */
    public static final long BIG = 31;

    private boolean missing = true;
    private long slot;
    private BigDecimal big;
    private byte[] bytes;
    private int start;
    private int length;

    public boolean isMissing() {
        return missing;
    }

    /** The number, packed decimal, bits of the float or hash of the bytes. */
    public long slot() {
        return slot;
    }

    public double asDouble() {
        return Double.longBitsToDouble(slot);
    }

    /** The decimal when the slot is {@link #BIG}, else null. */
    public BigDecimal bigOrNull() {
        return big;
    }

    public boolean isBig() {
        return big != null;
    }

    /** The decimal, whatever its size. */
    public BigDecimal asDecimal() {
        return big != null ? big : Decimals.unpack(slot);
    }

    /** The bytes as text; only for a string. */
    public String asText() {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** The array that holds the bytes, from {@link #start} on; not to be written. */
    public byte[] array() {
        return bytes;
    }

    /** Where the bytes begin in {@link #array}. */
    public int start() {
        return start;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    public void setText(String text) {
        setText(Text.of(text));
    }

    public void setBool(boolean truth) {
        setSlot(truth ? 1 : 0);
    }

    /** A copy of the bytes. */
    public byte[] copyBytes() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    public void setMissing() {
        missing = true;
        big = null;
    }

    /** A whole number or a packed decimal. */
    public void setSlot(long newSlot) {
        missing = false;
        slot = newSlot;
        big = null;
    }

    /** A float; missing when it is not finite. */
    public void setFloat(double number) {
        if (Double.isFinite(number)) {
            setSlot(Double.doubleToLongBits(number + 0.0));
        } else {
            setMissing();
        }
    }

    /** The decimal {@code unscaled · 10^-scale}, for a scale that is not negative. */
    public void setDecimal(long unscaled, int scale) {
        long value = unscaled;
        int digits = scale;
        while (digits > 0 && value % 10 == 0) {
            value /= 10;
            digits--;
        }
        if (digits <= Decimals.MAX_SCALE && value << Decimals.SCALE_BITS >> Decimals.SCALE_BITS == value) {
            setSlot(value << Decimals.SCALE_BITS | digits);
        } else {
            setBig(BigDecimal.valueOf(value, digits));
        }
    }

    public void setDecimal(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (stripped.scale() < 0) {
            stripped = stripped.setScale(0);
        }
        if (stripped.scale() <= Decimals.MAX_SCALE && stripped.unscaledValue().bitLength() < 63) {
            setDecimal(stripped.unscaledValue().longValue(), stripped.scale());
        } else {
            setBig(stripped);
        }
    }

    private void setBig(BigDecimal number) {
        missing = false;
        slot = BIG;
        big = number;
    }

    public void setBytes(byte[] array, int from, int count, long hash) {
        missing = false;
        slot = hash;
        big = null;
        bytes = array;
        start = from;
        length = count;
    }

    public void setText(Text text) {
        setBytes(text.bytes(), 0, text.bytes().length, text.hash());
    }

    /** Takes the field of an event as it is. */
    public void setField(Event event, int field, ValueKind kind) {
        if (!event.has(field)) {
            setMissing();
        } else if (kind == ValueKind.BYTES) {
            setBytes(event.array(), event.bytesStart(field), event.bytesLength(field), event.hashAt(field));
        } else {
            setSlot(event.slot(field));
        }
    }

    /** What must be kept beside the slot for {@link #setKept}: a text or a big decimal, else null. */
    public Object keptOrNull(ValueKind kind) {
        return kind == ValueKind.BYTES ? new Text(copyBytes(), slot) : big;
    }

    /** Takes back what {@link #slot} and {@link #keptOrNull} gave. */
    public void setKept(long keptSlot, Object kept) {
        if (kept instanceof Text text) {
            setText(text);
        } else if (kept instanceof BigDecimal number) {
            setBig(number);
        } else {
            setSlot(keptSlot);
        }
    }

    /** Whether this is the kept value. */
    public boolean equalsKept(long keptSlot, Object kept) {
        if (slot != keptSlot) {
            return false;
        }
        if (kept instanceof Text text) {
            return Arrays.equals(bytes, start, start + length, text.bytes(), 0, text.bytes().length);
        }
        return kept == null ? big == null : big != null && big.compareTo((BigDecimal) kept) == 0;
    }

    /** Compares two values of one kind; neither may be missing. */
    public int compareTo(Value other, ValueKind kind) {
        return switch (kind) {
            case WHOLE -> Long.compare(slot, other.slot);
            case FLOAT -> Double.compare(asDouble(), other.asDouble());
            case DECIMAL ->
                big == null && other.big == null
                        ? Decimals.compare(slot, other.slot)
                        : asDecimal().compareTo(other.asDecimal());
            case BYTES ->
                Arrays.compareUnsigned(
                        bytes, start, start + length, other.bytes, other.start, other.start + other.length);
        };
    }

    /** Whether two values of one kind are equal; neither may be missing. */
    public boolean equalTo(Value other, ValueKind kind) {
        return switch (kind) {
            case WHOLE, FLOAT -> slot == other.slot;
            case DECIMAL -> slot == other.slot && (big == null || big.compareTo(other.big) == 0);
            case BYTES ->
                slot == other.slot
                        && Arrays.equals(
                                bytes, start, start + length, other.bytes, other.start, other.start + other.length);
        };
    }
}
