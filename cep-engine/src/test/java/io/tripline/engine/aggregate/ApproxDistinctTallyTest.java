package io.tripline.engine.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** About how many different values there were. */
class ApproxDistinctTallyTest {

    private static ApproxDistinctTally texts(int from, int to) {
        ApproxDistinctTally tally = new ApproxDistinctTally(ValueKind.BYTES);
        Value value = new Value();
        for (int i = from; i < to; i++) {
            value.setText("visitor " + i);
            tally.add(value, 0, 0);
        }
        return tally;
    }

    private static long count(Tally tally) {
        Value value = new Value();
        tally.read(value);
        return value.slot();
    }

    @Test
    void aFewAreCountedExactly() {
        ApproxDistinctTally tally = texts(0, ApproxDistinctTally.EXACT_VALUES);
        tally.addAll(texts(0, ApproxDistinctTally.EXACT_VALUES));
        assertThat(count(tally)).isEqualTo(ApproxDistinctTally.EXACT_VALUES);
    }

    /** Three standard errors. */
    @Test
    void manyAreEstimated() {
        for (int values : new int[] {2_000, 50_000, 1_000_000}) {
            assertThat(count(texts(0, values))).isCloseTo(values, Percentage.withPercentage(2.7));
        }
    }

    @Test
    void numbersAreSpreadLikeTexts() {
        ApproxDistinctTally tally = new ApproxDistinctTally(ValueKind.DECIMAL);
        Value value = new Value();
        for (int i = 0; i < 20_000; i++) {
            value.setDecimal(new BigDecimal(i).movePointRight(i % 2 == 0 ? 0 : 30));
            tally.add(value, 0, 0);
        }
        assertThat(count(tally)).isCloseTo(20_000L, Percentage.withPercentage(2.7));
    }

    @Test
    void neitherTheOrderNorTheWayTheyWerePutTogetherChangesAnything() {
        ApproxDistinctTally whole = texts(0, 6_000);
        ApproxDistinctTally parts = texts(5_500, 6_000);
        parts.addAll(texts(2_000, 5_600));
        parts.addAll(texts(0, 900));
        ApproxDistinctTally rest = texts(900, 950);
        rest.addAll(parts);
        rest.addAll(texts(950, 2_100));
        assertThat(count(rest)).isEqualTo(count(whole));
    }
}
