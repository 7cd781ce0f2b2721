package io.tripline.engine.value;

import io.tripline.engine.event.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact arithmetic on decimals. Packed numbers are computed with as longs; only what does not fit goes through {@link
 * BigDecimal}. No operand may be missing; the result may be one of the operands.
 */
public final class DecimalArithmetic {

    /** Digits after the point of a quotient and of an average. */
    public static final int QUOTIENT_SCALE = 10;

    private DecimalArithmetic() {}

    public static void add(Value left, Value right, Value into) {
        if (!left.isBig() && !right.isBig()) {
            long a = Decimals.unscaled(left.slot());
            long b = Decimals.unscaled(right.slot());
            int scaleA = Decimals.scale(left.slot());
            int scaleB = Decimals.scale(right.slot());
            if (scaleA == scaleB) {
                into.setDecimal(a + b, scaleA);
                return;
            }
            long scaledA = scaleA < scaleB ? a * Decimals.powerOfTen(scaleB - scaleA) : a;
            long scaledB = scaleB < scaleA ? b * Decimals.powerOfTen(scaleA - scaleB) : b;
            boolean fits = scaleA < scaleB
                    ? productFits(a, Decimals.powerOfTen(scaleB - scaleA), scaledA)
                    : productFits(b, Decimals.powerOfTen(scaleA - scaleB), scaledB);
            long sum = scaledA + scaledB;
            if (fits && ((scaledA ^ sum) & (scaledB ^ sum)) >= 0) {
                into.setDecimal(sum, Math.max(scaleA, scaleB));
                return;
            }
        }
        into.setDecimal(left.asDecimal().add(right.asDecimal()));
    }

    public static void subtract(Value left, Value right, Value into) {
        if (!left.isBig() && !right.isBig() && Decimals.scale(left.slot()) == Decimals.scale(right.slot())) {
            into.setDecimal(
                    Decimals.unscaled(left.slot()) - Decimals.unscaled(right.slot()), Decimals.scale(left.slot()));
        } else {
            into.setDecimal(left.asDecimal().subtract(right.asDecimal()));
        }
    }

    public static void multiply(Value left, Value right, Value into) {
        if (!left.isBig() && !right.isBig()) {
            long a = Decimals.unscaled(left.slot());
            long b = Decimals.unscaled(right.slot());
            long product = a * b;
            if (productFits(a, b, product)) {
                into.setDecimal(product, Decimals.scale(left.slot()) + Decimals.scale(right.slot()));
                return;
            }
        }
        into.setDecimal(left.asDecimal().multiply(right.asDecimal()));
    }

    /** To {@value #QUOTIENT_SCALE} digits after the point, half even; missing when the divisor is 0. */
    public static void divide(Value left, Value right, Value into) {
        BigDecimal divisor = right.asDecimal();
        if (divisor.signum() == 0) {
            into.setMissing();
        } else {
            into.setDecimal(left.asDecimal().divide(divisor, QUOTIENT_SCALE, RoundingMode.HALF_EVEN));
        }
    }

    /** What is left of the dividend, with its sign; missing when the divisor is 0. */
    public static void remainder(Value left, Value right, Value into) {
        BigDecimal divisor = right.asDecimal();
        if (divisor.signum() == 0) {
            into.setMissing();
        } else {
            into.setDecimal(left.asDecimal().remainder(divisor));
        }
    }

    public static void negate(Value operand, Value into) {
        if (operand.isBig()) {
            into.setDecimal(operand.bigOrNull().negate());
        } else {
            into.setDecimal(-Decimals.unscaled(operand.slot()), Decimals.scale(operand.slot()));
        }
    }

    /** The nearest double; missing when there is none. */
    public static void toFloat(Value operand, Value into) {
        into.setFloat(operand.asDecimal().doubleValue());
    }

    /** Whether {@code a · b} is the long {@code product}. */
    static boolean productFits(long a, long b, long product) {
        return Math.multiplyHigh(a, b) == product >> 63;
    }
}
