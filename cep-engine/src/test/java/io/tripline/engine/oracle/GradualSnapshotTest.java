package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.Compilation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A snapshot that is written while the engine goes on is the state at the moment it was begun. {@code
 * -Dtripline.gradual.seed=S -Dtripline.gradual.pairs=1} shows one again.
 */
class GradualSnapshotTest {
    private static final int PAIRS = 1_000;

    @Test
    void whatIsWrittenLaterIsAsItWasThen() {
        long seed = Long.getLong("tripline.gradual.seed", System.nanoTime());
        int count = Integer.getInteger("tripline.gradual.pairs", PAIRS);
        System.out.println(
                "random gradual snapshots: -Dtripline.gradual.seed=" + seed + " -Dtripline.gradual.pairs=" + count);
        int written = 0;
        for (long pair = seed; pair < seed + count; pair++) {
            RandomCase made = RandomCase.of(pair);
            Compilation compilation = Trial.compile(made.rulesText());
            if (compilation.plan().isPresent()) {
                written += run(made, compilation, new SplittableRandom(pair), "seed " + pair);
            }
        }
        assertThat(written).isGreaterThan(count);
    }

    private static int run(RandomCase made, Compilation rules, SplittableRandom random, String description) {
        List<SeenEvent> events = EventLines.parse(rules.plan().orElseThrow().events(), made.eventsText());
        EngineRun run =
                new EngineRun(rules.plan().get(), random.nextInt(1, 4), EventLines.idleInputs(made.eventsText()));
        int written = 0;
        List<String> atBeginning = List.of();
        for (SeenEvent event : events) {
            if (!run.isWriting() && random.nextInt(4) == 0) {
                atBeginning = run.digests();
                run.beginSnapshot();
                written++;
            }
            run.arrive(event);
            if (run.isWriting() && run.writeSome(random.nextInt(4))) {
                assertThat(run.written())
                        .as(description + "\n" + made.rulesText() + "\n" + made.eventsText())
                        .isEqualTo(atBeginning);
            }
        }
        return written;
    }
}
