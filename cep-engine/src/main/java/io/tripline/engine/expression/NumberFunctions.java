package io.tripline.engine.expression;

import io.tripline.dsl.plan.Function;
import io.tripline.engine.expression.FunctionExpression.Operation;
import io.tripline.engine.value.DecimalArithmetic;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Functions of numbers. Floats are computed by {@link StrictMath}, so they come out the same on every machine.
 */
final class NumberFunctions {

    /** More digits than any decimal has; rounding to them changes nothing. */
    private static final int MOST_DIGITS = 100;

    private NumberFunctions() {}

    /** @param kind of the result, which is that of the first argument */
    static Operation of(Function function, ValueKind kind) {
        return switch (function) {
            case ABS -> (arguments, into) -> absolute(arguments[0], kind, into);
            case ROUND ->
                (arguments, into) -> round(arguments[0], kind, arguments[1].slot(), RoundingMode.HALF_UP, into);
            case FLOOR -> (arguments, into) -> round(arguments[0], kind, 0, RoundingMode.FLOOR, into);
            case CEIL -> (arguments, into) -> round(arguments[0], kind, 0, RoundingMode.CEILING, into);
            case SQRT -> (arguments, into) -> into.setFloat(StrictMath.sqrt(arguments[0].asDouble()));
            case LN -> (arguments, into) -> into.setFloat(StrictMath.log(arguments[0].asDouble()));
            case POWER ->
                (arguments, into) -> into.setFloat(StrictMath.pow(arguments[0].asDouble(), arguments[1].asDouble()));
            default -> throw new IllegalArgumentException(function + " is no function of numbers");
        };
    }

    private static void absolute(Value number, ValueKind kind, Value into) {
        switch (kind) {
            case WHOLE -> {
                if (number.slot() == Long.MIN_VALUE) {
                    into.setMissing();
                } else {
                    into.setSlot(Math.abs(number.slot()));
                }
            }
            case FLOAT -> into.setFloat(Math.abs(number.asDouble()));
            default -> {
                if (number.asDecimal().signum() < 0) {
                    DecimalArithmetic.negate(number, into);
                } else {
                    into.setKept(number.slot(), number.bigOrNull());
                }
            }
        }
    }

    private static void round(Value number, ValueKind kind, long digits, RoundingMode mode, Value into) {
        int scale = (int) Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, digits));
        if (kind == ValueKind.WHOLE) {
            into.setSlot(number.slot());
        } else if (kind == ValueKind.FLOAT) {
            into.setFloat(
                    new BigDecimal(number.asDouble()).setScale(scale, mode).doubleValue());
        } else {
            into.setDecimal(number.asDecimal().setScale(scale, mode));
        }
    }
}
