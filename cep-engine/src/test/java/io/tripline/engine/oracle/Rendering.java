package io.tripline.engine.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Values as messages show them. */
final class Rendering {

    private Rendering() {}

    static String text(Object value) {
        if (value == null) {
            return "–";
        } else if (value instanceof BigDecimal number) {
            return plain(number);
        } else if (value instanceof Double number) {
            return shortest(number);
        } else if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(Rendering::text).toList());
        } else if (value instanceof Duration duration) {
            return duration.isNegative() ? "-" + positive(duration.negated()) : positive(duration);
        }
        return value instanceof InetAddress address ? address.getHostAddress() : value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** As few digits as tell the number from all other doubles. */
    private static String shortest(double number) {
        int digits = 1;
        while (round(number, digits).doubleValue() != number) {
            digits++;
        }
        return plain(round(number, digits));
    }

    private static BigDecimal round(double number, int digits) {
        return new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String positive(Duration duration) {
        BigDecimal millis = BigDecimal.valueOf(duration.toNanosPart(), 6);
        String text = part(duration.toDaysPart(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + (millis.signum() == 0 ? "" : plain(millis) + "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
