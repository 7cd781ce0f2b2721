package io.tripline.engine.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * Exact decimal numbers packed into a {@code long}: the unscaled value in the upper 59 bits, the scale (digits after the
 * point, 0 to {@value #MAX_SCALE}) in the lower 5. Trailing zeros are dropped, so two packed decimals are equal numbers
 * exactly when they are equal longs.
 */
public final class Decimals {

    /** Significant digits a packed decimal always has room for. */
    public static final int MAX_DIGITS = 17;

    public static final int MAX_SCALE = 18;

    /** How many of the lower bits hold the scale. */
    public static final int SCALE_BITS = 5;

    private static final long SCALE_MASK = (1L << SCALE_BITS) - 1;
    private static final long MAX_UNSCALED = (1L << (63 - SCALE_BITS)) - 1;
    private static final long[] POWERS_OF_TEN = new long[19];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private Decimals() {}

    /**
     * Packs {@code unscaled · 10^-scale}.
     *
     * @throws ArithmeticException when the number has too many digits, before or after the point
     */
    public static long pack(long unscaled, int scale) {
        if (unscaled == 0) {
            return 0;
        }
        long value = unscaled;
        int digitsAfterPoint = scale;
        while (digitsAfterPoint > 0 && value % 10 == 0) {
            value /= 10;
            digitsAfterPoint--;
        }
        if (digitsAfterPoint < 0) {
            if (digitsAfterPoint < -MAX_SCALE) {
                throw new ArithmeticException("more than " + MAX_DIGITS + " digits");
            }
            value = Math.multiplyExact(value, POWERS_OF_TEN[-digitsAfterPoint]);
            digitsAfterPoint = 0;
        }
        if (value > MAX_UNSCALED || value < -MAX_UNSCALED) {
            throw new ArithmeticException("more than " + MAX_DIGITS + " significant digits");
        }
        if (digitsAfterPoint > MAX_SCALE) {
            throw new ArithmeticException("more than " + MAX_SCALE + " digits after the point");
        }
        return value << SCALE_BITS | digitsAfterPoint;
    }

    /**
     * Packs a number of any size.
     *
     * @throws ArithmeticException when the number has too many digits, before or after the point
     */
    public static long pack(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        // Bounded before anything is computed from it: 1e999999999 must not be spelled out.
        if (number.scale() < -MAX_SCALE || (long) number.precision() - number.scale() > MAX_DIGITS + 1) {
            throw new ArithmeticException("more than " + MAX_DIGITS + " digits before the point");
        }
        if (number.precision() > 4 * MAX_DIGITS || number.scale() > 4 * MAX_SCALE) {
            throw new ArithmeticException("more than " + MAX_DIGITS + " significant digits");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        BigInteger unscaled = stripped.unscaledValue();
        if (unscaled.bitLength() > 63) {
            throw new ArithmeticException("more than " + MAX_DIGITS + " significant digits");
        }
        return pack(unscaled.longValue(), stripped.scale());
    }

    /** Packs a number rounded half even to the digits there always is room for; empty when more stand before the point. */
    public static OptionalLong packRounded(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
        if ((long) rounded.precision() - rounded.scale() > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                pack(rounded.scale() > MAX_SCALE ? rounded.setScale(MAX_SCALE, RoundingMode.HALF_EVEN) : rounded));
    }

    public static BigDecimal unpack(long packed) {
        return BigDecimal.valueOf(unscaled(packed), scale(packed));
    }

    public static long unscaled(long packed) {
        return packed >> SCALE_BITS;
    }

    public static int scale(long packed) {
        return (int) (packed & SCALE_MASK);
    }

    /** {@code 10^exponent}, for an exponent of 0 to {@value #MAX_SCALE}. */
    public static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /** Compares two packed decimals as numbers. */
    public static int compare(long left, long right) {
        int leftScale = scale(left);
        int rightScale = scale(right);
        if (leftScale == rightScale) {
            return Long.compare(unscaled(left), unscaled(right));
        }
        if (leftScale < rightScale) {
            return compareScaled(unscaled(left), rightScale - leftScale, unscaled(right));
        }
        return -compareScaled(unscaled(right), leftScale - rightScale, unscaled(left));
    }

    /** Compares {@code coarse · 10^digits} with {@code fine}. */
    private static int compareScaled(long coarse, int digits, long fine) {
        long power = POWERS_OF_TEN[digits];
        long high = Math.multiplyHigh(coarse, power);
        long low = coarse * power;
        if (high != low >> 63) {
            return high < 0 ? -1 : 1;
        }
        return Long.compare(low, fine);
    }
}
