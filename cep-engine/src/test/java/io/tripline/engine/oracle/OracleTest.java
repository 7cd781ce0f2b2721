package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The engine gives the answers that the language says, for rules and streams made up at random.
 *
 * <p>A difference is printed with its seed. {@code -Dtripline.seed=S -Dtripline.pairs=1} shows that one again; {@code
 * -Dtripline.pairs=N} runs as many as one has time for, as {@code perf/run oracle} does.
 */
class OracleTest {

    private static final int PAIRS = 6_000;

    /** How many cases may be refused by the compiler: made-up rules are not always rules. */
    private static final int MOST_REFUSED_PERCENT = 10;

    @Test
    void theEngineAnswersAsTheOracleDoes() {
        long seed = Long.getLong("tripline.seed", System.nanoTime());
        int count = Integer.getInteger("tripline.pairs", PAIRS);
        System.out.println("random rules and streams: -Dtripline.seed=" + seed + " -Dtripline.pairs=" + count);
        RandomPairs pairs = new RandomPairs();
        for (long pair = seed; pair < seed + count; pair++) {
            assertThat(pairs.run(pair)).isEmpty();
        }
        System.out.println(pairs.summary());
        if (count >= PAIRS) {
            assertThat(pairs.missing()).as("constructs that led to no alert").isEmpty();
            assertThat(pairs.refused()).isLessThan(count * MOST_REFUSED_PERCENT / 100);
        }
    }
}
