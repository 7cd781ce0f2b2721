package io.tripline.engine.value;

import io.tripline.engine.event.GeoPoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How values read in a message: numbers plain and without needless zeros, times in ISO 8601 and UTC, durations as {@code
 * 1h30m}, what is missing as {@value #MISSING}. The same on every machine and every Java release.
 */
public final class ValueText {

    public static final String MISSING = "–";

    private static final int MILLISECOND_DIGITS = 6;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private ValueText() {}

    /** The text of a plain object (see {@link io.tripline.engine.event.Event#valueAt}); null is a missing value. */
    public static String of(Object value) {
        if (value == null) {
            return MISSING;
        } else if (value instanceof BigDecimal number) {
            return plain(number);
        } else if (value instanceof Double number) {
            return shortest(number);
        } else if (value instanceof Duration duration) {
            return duration(duration);
        } else if (value instanceof GeoPoint point) {
            return shortest(point.latitude()) + "," + shortest(point.longitude());
        } else if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(ValueText::of).toList());
        }
        return value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The fewest digits that read back as the same double; {@link Double#toString} gives more on some releases. */
    private static String shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static String duration(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        if (nanos < 0) {
            text.append('-');
        }
        // The remainders are taken of the negative number, since the lowest one has no positive counterpart.
        long rest = nanos < 0 ? nanos : -nanos;
        rest = appendUnit(text, rest, DAY, "d");
        rest = appendUnit(text, rest, HOUR, "h");
        rest = appendUnit(text, rest, MINUTE, "m");
        rest = appendUnit(text, rest, SECOND, "s");
        if (rest != 0) {
            text.append(plain(BigDecimal.valueOf(-rest, MILLISECOND_DIGITS))).append("ms");
        }
        return text.toString();
    }

    private static long appendUnit(StringBuilder text, long negativeNanos, long unit, String name) {
        long count = -(negativeNanos / unit);
        if (count != 0) {
            text.append(String.format(Locale.ROOT, "%d%s", count, name));
        }
        return negativeNanos % unit;
    }
}
