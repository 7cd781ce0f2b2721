package io.tripline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Wilson's interval, against published values. */
class ProportionTest {

    @Test
    void theIntervalIsWilsons() {
        // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0.0, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    @Test
    void ofNothingNothingIsKnown() {
        Proportion none = new Proportion(0, 0);
        assertThat(none.value()).isEmpty();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(1);
    }

    private static void assertInterval(long hits, long of, double low, double high) {
        Proportion proportion = new Proportion(hits, of);
        assertThat(proportion.low()).isCloseTo(low, within(5e-5));
        assertThat(proportion.high()).isCloseTo(high, within(5e-5));
        assertThat(proportion.value().orElseThrow()).isBetween(proportion.low(), proportion.high());
    }
}
