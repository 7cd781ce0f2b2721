package io.tripline.engine.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What can be done with two values of one type. */
final class Values {

    /** Digits after the point of a quotient and of an average. */
    private static final int QUOTIENT_SCALE = 10;

    private Values() {}

    /** Equal numbers are equal values, however many zeros they were written with; −0 and 0 are one number. */
    static Object canonical(Object value) {
        if (value instanceof Double number) {
            return number + 0.0;
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    static boolean equal(Object left, Object right) {
        return canonical(left).equals(canonical(right));
    }

    /** Texts are ordered by their code points, which is the order of their UTF-8 bytes. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        }
        return ((Comparable) canonical(left)).compareTo(canonical(right));
    }

    /** A float beyond all floats is missing, as a whole number beyond 64 bits is. */
    static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, QUOTIENT_SCALE, RoundingMode.HALF_EVEN);
    }

    static long nanos(Object value) {
        if (value instanceof Instant instant) {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        }
        return ((Duration) value).toNanos();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
