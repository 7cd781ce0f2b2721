package io.tripline.console.decode;

import io.tripline.dsl.schema.FieldType.Scalar;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as rules write them, {@code 5m}, {@code 1h30m}, and as ISO 8601 does, {@code PT5M}; in nanoseconds. */
public final class DurationText {

    private static final int MAX_CHARS = 40;

    private static final Pattern PART = Pattern.compile("(\\d{1,18})(ms|s|m|h|d)");

    private static final Map<String, Long> NANOS_BY_UNIT = Map.of(
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L,
            "d",
            86_400_000_000_000L);

    private DurationText() {}

    public static long nanos(String text) throws InvalidEventException {
        if (text.length() > MAX_CHARS) {
            throw Shown.wrongType(Shown.quoted(text), Scalar.DURATION);
        }
        try {
            return text.startsWith("P") || text.startsWith("-P")
                    ? Duration.parse(text).toNanos()
                    : sumOfParts(text);
        } catch (DateTimeParseException e) {
            throw Shown.wrongType(Shown.quoted(text), Scalar.DURATION);
        } catch (ArithmeticException e) {
            throw new InvalidEventException(
                    ErrorCode.OUT_OF_RANGE, Shown.quoted(text) + " does not fit: a duration is at most 106751 days");
        }
    }

    private static long sumOfParts(String text) throws InvalidEventException {
        Matcher part = PART.matcher(text);
        long sum = 0;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            long count = Long.parseLong(part.group(1));
            sum = Math.addExact(sum, Math.multiplyExact(count, NANOS_BY_UNIT.get(part.group(2))));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw Shown.wrongType(Shown.quoted(text), Scalar.DURATION);
        }
        return sum;
    }
}
