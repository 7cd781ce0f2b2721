package io.tripline.engine.oracle;

import io.tripline.dsl.plan.ExpressionPlan.FunctionCall;
import io.tripline.dsl.plan.Function;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the functions of single values give. */
final class FunctionMeaning {

    private FunctionMeaning() {}

    /** Null where the result is missing; the arguments may be null too. */
    static Object of(FunctionCall call, List<Object> arguments) {
        Function function = call.function();
        if (function == Function.MIN || function == Function.MAX) {
            var present = arguments.stream().filter(Objects::nonNull);
            return (function == Function.MIN ? present.min(Values::compare) : present.max(Values::compare))
                    .orElse(null);
        }
        if (arguments.contains(null)) {
            return null;
        }
        Object first = arguments.get(0);
        if (first instanceof Instant time) {
            return function == Function.TEXT
                    ? Rendering.text(first)
                    : ofTime(function, time.atZone(ZoneId.of((String) arguments.get(1))));
        } else if (first instanceof Duration length && function != Function.TEXT) {
            return ofDuration(function, length);
        } else if (call.type() == Scalar.FLOAT) {
            return Values.finite(ofFloat(function, arguments));
        } else if (first instanceof String text) {
            return ofText(function, text, arguments);
        }
        return function == Function.TEXT ? Rendering.text(first) : ofNumber(call.type(), function, arguments);
    }

    private static Object ofNumber(FieldType type, Function function, List<Object> arguments) {
        if (type == Scalar.INT) {
            long number = (Long) arguments.get(0);
            return number == Long.MIN_VALUE ? null : Math.abs(number);
        }
        BigDecimal number = (BigDecimal) arguments.get(0);
        return switch (function) {
            case ABS -> number.abs();
            case ROUND -> number.setScale(Math.toIntExact((Long) arguments.get(1)), RoundingMode.HALF_UP);
            case FLOOR -> number.setScale(0, RoundingMode.FLOOR);
            case CEIL -> number.setScale(0, RoundingMode.CEILING);
            default -> throw unknown(function);
        };
    }

    private static double ofFloat(Function function, List<Object> arguments) {
        double number = (Double) arguments.get(0);
        return switch (function) {
            case ABS -> Math.abs(number);
            case ROUND ->
                new BigDecimal(number)
                        .setScale(Math.toIntExact((Long) arguments.get(1)), RoundingMode.HALF_UP)
                        .doubleValue();
            case FLOOR -> Math.floor(number);
            case CEIL -> Math.ceil(number);
            case SQRT -> Math.sqrt(number);
            // Of what is not positive it is not finite.
            case LN -> StrictMath.log(number);
            case POWER -> StrictMath.pow(number, (Double) arguments.get(1));
            default -> throw unknown(function);
        };
    }

    private static Object ofText(Function function, String text, List<Object> arguments) {
        return switch (function) {
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case TRIM -> text.strip();
            case TEXT -> text;
            case LENGTH -> (long) text.codePointCount(0, text.length());
            case STARTS_WITH -> text.startsWith((String) arguments.get(1));
            case ENDS_WITH -> text.endsWith((String) arguments.get(1));
            case CONTAINS -> text.contains((String) arguments.get(1));
            case CONCAT ->
                String.join("", arguments.stream().map(String.class::cast).toList());
            case SUBSTRING -> substring(text, (Long) arguments.get(1), (Long) arguments.get(2));
            case NUMBER -> text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
            default -> throw unknown(function);
        };
    }

    /** The characters from that place on, counted from 1, as many as are asked for, of those that there are. */
    private static String substring(String text, long from, long length) {
        StringBuilder part = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (i + 1 >= from && i + 1 - from < length) {
                part.appendCodePoint(characters[i]);
            }
        }
        return part.toString();
    }

    private static Object ofTime(Function function, ZonedDateTime time) {
        return switch (function) {
            case YEAR -> (long) time.getYear();
            case MONTH -> (long) time.getMonthValue();
            case DAY -> (long) time.getDayOfMonth();
            case HOUR -> (long) time.getHour();
            case MINUTE -> (long) time.getMinute();
            case DAY_OF_WEEK -> (long) time.getDayOfWeek().getValue();
            case DAY_OF_YEAR -> (long) time.getDayOfYear();
            case IS_WEEKEND -> time.getDayOfWeek().getValue() > 5;
            case START_OF_DAY -> time.toLocalDate().atStartOfDay(time.getZone()).toInstant();
            default -> throw unknown(function);
        };
    }

    private static Object ofDuration(Function function, Duration length) {
        long unitNanos =
                switch (function) {
                    case SECONDS -> 1_000_000_000L;
                    case MINUTES -> 60_000_000_000L;
                    case HOURS -> 3_600_000_000_000L;
                    case DAYS -> 86_400_000_000_000L;
                    default -> throw unknown(function);
                };
        return Values.quotient(BigDecimal.valueOf(length.toNanos()), BigDecimal.valueOf(unitNanos));
    }

    private static IllegalStateException unknown(Function function) {
        return new IllegalStateException("the oracle does not know " + function);
    }
}
