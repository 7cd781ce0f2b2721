package io.tripline.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "0.1",
                "-0.01",
                "123.456",
                "99999999999999999",
                "-99999999999999999",
                "0.000000000000000001",
                "100",
                "1e3",
                "288230376151711743"
            })
    void aNumberComesBackWithoutItsNeedlessZeros(String text) {
        BigDecimal unpacked = Decimals.unpack(Decimals.pack(new BigDecimal(text)));
        assertThat(unpacked).isEqualByComparingTo(text);
        assertThat(unpacked.scale())
                .isBetween(
                        0, Math.max(0, new BigDecimal(text).stripTrailingZeros().scale()));
    }

    @Test
    void equalNumbersArePackedAlike() {
        assertThat(Decimals.pack(new BigDecimal("1.50"))).isEqualTo(Decimals.pack(new BigDecimal("1.5")));
        assertThat(Decimals.pack(1500, 3)).isEqualTo(Decimals.pack(15, 1));
        assertThat(Decimals.pack(new BigDecimal("0.00"))).isZero();
        assertThat(Decimals.pack(new BigDecimal("0e9"))).isZero();
        assertThat(Decimals.pack(0, 18)).isZero();
        assertThat(Decimals.pack(2, -3)).isEqualTo(Decimals.pack(2000, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999999999999",
                "1234567890.1234567890",
                "0.0000000000000000001",
                "1e999999999",
                "1e-999999999",
                "288230376151711744",
                "-288230376151711744"
            })
    void whatDoesNotFitIsRefused(String text) {
        assertThatThrownBy(() -> Decimals.pack(new BigDecimal(text))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void unscaledNumbersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Decimals.pack(Long.MIN_VALUE, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Decimals.pack(1, 19)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Decimals.pack(1, -19)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Decimals.pack(1, Integer.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void comparingIsThatOfTheNumbers() {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal left = number(random);
            BigDecimal right = random.nextInt(5) == 0 ? left : number(random);
            assertThat(Integer.signum(Decimals.compare(Decimals.pack(left), Decimals.pack(right))))
                    .as("seed %d: %s and %s", seed, left, right)
                    .isEqualTo(left.compareTo(right));
        }
    }

    private static BigDecimal number(SplittableRandom random) {
        long unscaled = random.nextLong() >> 6 + random.nextInt(58);
        return BigDecimal.valueOf(unscaled, random.nextInt(19));
    }
}
