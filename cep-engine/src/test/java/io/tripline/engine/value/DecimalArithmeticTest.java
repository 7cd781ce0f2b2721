package io.tripline.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Packed arithmetic gives what {@link BigDecimal} gives, whether it fits or not. */
class DecimalArithmeticTest {

    private interface Operation {
        void apply(Value left, Value right, Value into);
    }

    private final Value left = new Value();
    private final Value right = new Value();
    private final Value result = new Value();

    private BigDecimal compute(Operation operation, BigDecimal a, BigDecimal b) {
        left.setDecimal(a);
        right.setDecimal(b);
        operation.apply(left, right, result);
        return result.isMissing() ? null : result.asDecimal();
    }

    @Test
    void allOperationsAreExact() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            BigDecimal a = number(random);
            BigDecimal b = random.nextInt(9) == 0 ? a.negate() : number(random);
            String numbers = "seed " + seed + ": " + a + " and " + b;
            assertThat(compute(DecimalArithmetic::add, a, b)).as(numbers).isEqualByComparingTo(a.add(b));
            assertThat(compute(DecimalArithmetic::subtract, a, b)).as(numbers).isEqualByComparingTo(a.subtract(b));
            assertThat(compute(DecimalArithmetic::multiply, a, b)).as(numbers).isEqualByComparingTo(a.multiply(b));
            assertCanonical();
            if (b.signum() != 0) {
                assertThat(compute(DecimalArithmetic::divide, a, b))
                        .as(numbers)
                        .isEqualByComparingTo(a.divide(b, 10, RoundingMode.HALF_EVEN));
                assertThat(compute(DecimalArithmetic::remainder, a, b))
                        .as(numbers)
                        .isEqualByComparingTo(a.remainder(b));
            }
            left.setDecimal(a);
            right.setDecimal(b);
            assertThat(Integer.signum(left.compareTo(right, ValueKind.DECIMAL)))
                    .as(numbers)
                    .isEqualTo(a.compareTo(b));
            assertThat(left.equalTo(right, ValueKind.DECIMAL)).as(numbers).isEqualTo(a.compareTo(b) == 0);
        }
    }

    /** Equal numbers must look alike, or a set would count them twice. */
    private void assertCanonical() {
        Value same = new Value();
        same.setDecimal(result.asDecimal().setScale(result.asDecimal().scale() + 2));
        assertThat(same.slot()).isEqualTo(result.slot());
        assertThat(same.isBig()).isEqualTo(result.isBig());
        assertThat(same.equalsKept(result.slot(), result.keptOrNull(ValueKind.DECIMAL)))
                .isTrue();
    }

    private static BigDecimal number(SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            return new BigDecimal(random.nextLong() + "" + random.nextInt(1_000_000_000))
                    .movePointLeft(random.nextInt(30));
        }
        return BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(19));
    }

    @Test
    void dividingByZeroIsMissing() {
        assertThat(compute(DecimalArithmetic::divide, BigDecimal.ONE, BigDecimal.ZERO))
                .isNull();
        assertThat(compute(DecimalArithmetic::remainder, BigDecimal.ONE, BigDecimal.ZERO))
                .isNull();
    }

    @Test
    void negatingIsExact() {
        for (String number : new String[] {"0", "1.5", "-288230376151711744", "-99999999999999999999.5"}) {
            left.setDecimal(new BigDecimal(number));
            DecimalArithmetic.negate(left, result);
            assertThat(result.asDecimal()).isEqualByComparingTo(new BigDecimal(number).negate());
        }
    }
}
