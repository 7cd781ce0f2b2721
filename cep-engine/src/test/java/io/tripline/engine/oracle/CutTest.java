package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.Compilation;
import io.tripline.engine.core.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * An engine whose state was written and read at random moments says what one says that was left alone, and knows the same
 * in the end. {@code -Dtripline.cut.seed=S -Dtripline.cut.pairs=1} shows one again.
 */
class CutTest {
    private static final int PAIRS = 1_500;
    private static final int PARTITIONS = 3;

    @Test
    void whatAnEngineHasReadIsWhatAnotherHasWritten() {
        long seed = Long.getLong("tripline.cut.seed", System.nanoTime());
        int count = Integer.getInteger("tripline.cut.pairs", PAIRS);
        System.out.println("random cuts: -Dtripline.cut.seed=" + seed + " -Dtripline.cut.pairs=" + count);
        int cuts = 0;
        for (long pair = seed; pair < seed + count; pair++) {
            RandomCase made = RandomCase.of(pair);
            Compilation compilation = Trial.compile(made.rulesText());
            if (compilation.plan().isPresent()) {
                cuts += compare(made, compilation, new SplittableRandom(pair), "seed " + pair);
            }
        }
        assertThat(cuts).isGreaterThan(count);
    }

    private static int compare(RandomCase made, Compilation rules, SplittableRandom random, String description) {
        List<SeenEvent> events = EventLines.parse(rules.plan().orElseThrow().events(), made.eventsText());
        long idle = EventLines.idleInputs(made.eventsText());
        int partitions = random.nextInt(1, PARTITIONS + 1);
        EngineRun whole = new EngineRun(rules.plan().get(), partitions, idle);
        EngineRun cut = new EngineRun(rules.plan().get(), partitions, idle);
        int oneIn = random.nextInt(1, 6);
        int cuts = 0;
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (SeenEvent event : events) {
            if (random.nextInt(oneIn) == 0) {
                cut.cut();
                cuts++;
            }
            whole.arrive(event).stream().map(Outcome::toString).forEach(expected::add);
            cut.arrive(event).stream().map(Outcome::toString).forEach(actual::add);
        }
        String what = description + "\n" + made.rulesText() + "\n" + made.eventsText();
        assertThat(actual).as(what).isEqualTo(expected);
        assertThat(cut.digests()).as(what).isEqualTo(whole.digests());
        return cuts;
    }
}
