package io.tripline.engine.expression;

import io.tripline.dsl.plan.Function;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.expression.FunctionExpression.Operation;
import io.tripline.engine.value.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Functions of times. The rules of a zone are those of the Java runtime. */
final class TimeFunctions {

    private static final long SECOND = 1_000_000_000L;

    private TimeFunctions() {}

    /** Of a time in a zone, and of a length of time. */
    static Operation of(Function function, ZoneId zone) {
        return switch (function) {
            case YEAR ->
                (arguments, into) -> into.setSlot(in(zone, arguments[0]).getYear());
            case MONTH ->
                (arguments, into) -> into.setSlot(in(zone, arguments[0]).getMonthValue());
            case DAY -> (arguments, into) -> into.setSlot(in(zone, arguments[0]).getDayOfMonth());
            case HOUR ->
                (arguments, into) -> into.setSlot(in(zone, arguments[0]).getHour());
            case MINUTE ->
                (arguments, into) -> into.setSlot(in(zone, arguments[0]).getMinute());
            case DAY_OF_WEEK ->
                (arguments, into) ->
                        into.setSlot(in(zone, arguments[0]).getDayOfWeek().getValue());
            case DAY_OF_YEAR ->
                (arguments, into) -> into.setSlot(in(zone, arguments[0]).getDayOfYear());
            case IS_WEEKEND ->
                (arguments, into) ->
                        into.setBool(in(zone, arguments[0]).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
            case START_OF_DAY ->
                (arguments, into) -> {
                    Instant start = in(zone, arguments[0])
                            .toLocalDate()
                            .atStartOfDay(zone)
                            .toInstant();
                    into.setSlot(start.getEpochSecond() * SECOND + start.getNano());
                };
            default -> throw new IllegalArgumentException(function + " is no function of times");
        };
    }

    /** A length of time in units of so many seconds. */
    static Operation in(long seconds) {
        BigDecimal unit = BigDecimal.valueOf(seconds * SECOND);
        return (arguments, into) -> into.setDecimal(BigDecimal.valueOf(arguments[0].slot())
                .divide(
                        unit,
                        io.tripline.engine.value.DecimalArithmetic.QUOTIENT_SCALE,
                        java.math.RoundingMode.HALF_EVEN));
    }

    private static ZonedDateTime in(ZoneId zone, Value time) {
        return Nanos.toInstant(time.slot()).atZone(zone);
    }
}
