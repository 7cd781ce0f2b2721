package io.tripline.console.decode;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Decimals;
import java.math.BigDecimal;

/** Numbers in the notation of JSON (RFC 8259, section 6), read exactly. */
final class NumberText {

    /** So many digits always fit a long. */
    private static final int SAFE_DIGITS = 18;

    /** Enough for every number that fits; what is longer is refused before anything is computed from it. */
    private static final int MAX_CHARS = 400;

    private NumberText() {}

    /** A whole number of 64 bits. */
    static long wholeNumber(char[] chars, int start, int length) throws InvalidEventException {
        int end = start + length;
        int position = length > 0 && chars[start] == '-' ? start + 1 : start;
        if (position == end) {
            throw wrongType(chars, start, length, Scalar.INT);
        }
        long value = 0;
        for (int i = position; i < end; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                throw wrongType(chars, start, length, Scalar.INT);
            }
            // Counted downwards, because there is one more negative long than positive ones.
            if (value < (Long.MIN_VALUE + digit) / 10) {
                throw outOfRange(chars, start, length, "an int has 64 bits");
            }
            value = value * 10 - digit;
        }
        if (position != start) {
            return value;
        }
        if (value == Long.MIN_VALUE) {
            throw outOfRange(chars, start, length, "an int has 64 bits");
        }
        return -value;
    }

    /** A decimal as {@link Decimals} packs it. */
    static long packedDecimal(char[] chars, int start, int length) throws InvalidEventException {
        int end = start + length;
        int position = length > 0 && chars[start] == '-' ? start + 1 : start;
        if (end - position > SAFE_DIGITS + 1) {
            return packedBigDecimal(chars, start, length);
        }
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (int i = position; i < end; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return packedBigDecimal(chars, start, length);
            }
        }
        if (digits == 0 || digits > SAFE_DIGITS) {
            return packedBigDecimal(chars, start, length);
        }
        int scale = point < 0 ? 0 : end - point - 1;
        try {
            return Decimals.pack(position == start ? unscaled : -unscaled, scale);
        } catch (ArithmeticException e) {
            throw outOfRange(chars, start, length, e.getMessage());
        }
    }

    private static long packedBigDecimal(char[] chars, int start, int length) throws InvalidEventException {
        if (length > MAX_CHARS) {
            throw outOfRange(chars, start, length, "more than " + Decimals.MAX_DIGITS + " digits");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(chars, start, length);
        } catch (NumberFormatException e) {
            throw wrongType(chars, start, length, Scalar.DECIMAL);
        }
        try {
            return Decimals.pack(number);
        } catch (ArithmeticException e) {
            throw outOfRange(chars, start, length, e.getMessage());
        }
    }

    static double floatingPoint(char[] chars, int start, int length) throws InvalidEventException {
        if (length > MAX_CHARS) {
            throw outOfRange(chars, start, length, "a float is written with fewer than " + MAX_CHARS + " characters");
        }
        // Double.parseDouble takes more than JSON does: NaN, Infinity, hexadecimal, a trailing f or d, spaces.
        for (int i = start; i < start + length; i++) {
            if ("+-.0123456789eE".indexOf(chars[i]) < 0) {
                throw wrongType(chars, start, length, Scalar.FLOAT);
            }
        }
        double value;
        try {
            value = Double.parseDouble(new String(chars, start, length));
        } catch (NumberFormatException e) {
            throw wrongType(chars, start, length, Scalar.FLOAT);
        }
        if (!Double.isFinite(value)) {
            throw outOfRange(chars, start, length, "a float is at most 1.8e308");
        }
        return value;
    }

    private static InvalidEventException wrongType(char[] chars, int start, int length, FieldType type) {
        return Shown.wrongType(Shown.quoted(new String(chars, start, length)), type);
    }

    private static InvalidEventException outOfRange(char[] chars, int start, int length, String why) {
        String seen = Shown.shortened(new String(chars, start, Math.min(length, MAX_CHARS)));
        return new InvalidEventException(ErrorCode.OUT_OF_RANGE, seen + " does not fit: " + why);
    }
}
