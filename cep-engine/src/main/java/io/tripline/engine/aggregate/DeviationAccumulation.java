package io.tripline.engine.aggregate;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The sample standard deviation of the values: their sum and the sum of their squares are kept without losing a digit,
 * and the root is rounded to a float once. Missing of fewer than two values.
 */
record DeviationAccumulation(ValueKind kind, long count, BigDecimal sum, BigDecimal squares) implements Accumulation {

    private static final MathContext DIGITS = new MathContext(40);

    static DeviationAccumulation none(ValueKind kind) {
        return new DeviationAccumulation(kind, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Override
    public DeviationAccumulation plus(Value value) {
        BigDecimal number = exact(value);
        return new DeviationAccumulation(kind, count + 1, sum.add(number), squares.add(number.multiply(number)));
    }

    /** With all the values of another of the same kind. */
    DeviationAccumulation plusAll(DeviationAccumulation other) {
        return new DeviationAccumulation(kind, count + other.count, sum.add(other.sum), squares.add(other.squares));
    }

    private BigDecimal exact(Value value) {
        return switch (kind) {
            case FLOAT -> new BigDecimal(value.asDouble());
            case DECIMAL -> value.asDecimal();
            default -> BigDecimal.valueOf(value.slot());
        };
    }

    @Override
    public void read(Value into) {
        if (count < 2) {
            into.setMissing();
            return;
        }
        BigDecimal times = BigDecimal.valueOf(count);
        BigDecimal spread = times.multiply(squares).subtract(sum.multiply(sum));
        BigDecimal pairs = times.multiply(BigDecimal.valueOf(count - 1));
        into.setFloat(spread.divide(pairs, DIGITS).sqrt(DIGITS).doubleValue());
    }

    void writeState(StateWriter out) {
        out.number(count).decimal(sum).decimal(squares);
    }

    /** Another one of this kind, as it was written. */
    DeviationAccumulation readState(StateReader in) {
        return new DeviationAccumulation(kind, in.number(), in.decimal(), in.decimal());
    }
}
