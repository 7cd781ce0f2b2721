package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RuleSetPlan;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The engine gives the answers that the language says, for rules and streams made up at random.
 *
 * <p>A difference is printed with its seed. {@code -Dtripline.seed=S -Dtripline.pairs=1} shows that one again; {@code
 * -Dtripline.pairs=N} runs as many as one has time for.
 */
class OracleTest {

    private static final int PAIRS = 4_000;

    /** How many cases may be refused by the compiler: made-up rules are not always rules. */
    private static final int MOST_REFUSED_PERCENT = 10;

    @Test
    void theEngineAnswersAsTheOracleDoes() {
        long seed = Long.getLong("tripline.seed", System.nanoTime());
        int pairs = Integer.getInteger("tripline.pairs", PAIRS);
        System.out.println("random rules and streams: -Dtripline.seed=" + seed + " -Dtripline.pairs=" + pairs);
        Coverage coverage = new Coverage();
        Map<String, Integer> refused = new TreeMap<>();
        int refusals = 0;
        int skipped = 0;
        for (long caseSeed = seed; caseSeed < seed + pairs; caseSeed++) {
            RandomCase made = RandomCase.of(caseSeed);
            Compilation compilation = Trial.compile(made.rulesText());
            if (compilation.plan().isEmpty()) {
                refused.merge(Trial.errors(compilation), 1, Integer::sum);
                refusals++;
                continue;
            }
            RuleSetPlan plan = compilation.plan().get();
            Trial.Verdict verdict = Trial.run(plan, made.eventsText(), caseSeed % 4 == 0);
            verdict.difference().ifPresent(difference -> show(made, difference));
            if (verdict.skipped()) {
                skipped++;
            } else {
                coverage.add(plan, verdict);
            }
        }
        System.out.println(coverage);
        System.out.println(refusals + " refused by the compiler: " + refused);
        System.out.println(skipped + " skipped: too many partial matches for the oracle");
        if (pairs >= PAIRS) {
            assertThat(coverage.missing()).as("constructs that led to no alert").isEmpty();
            assertThat(refusals).isLessThan(pairs * MOST_REFUSED_PERCENT / 100);
        }
    }

    private static void show(RandomCase made, String difference) {
        RandomCase smallest = new Shrinker(OracleTest::differs).shrink(made);
        String smallestDifference = Trial.run(Trial.plan(smallest.rulesText()), smallest.eventsText(), true)
                .difference()
                .orElse(difference);
        fail("engine and oracle differ\n\n%s\n%s\n%s", smallest.rulesText(), smallest.eventsText(), smallestDifference);
    }

    private static boolean differs(RandomCase candidate) {
        Compilation compilation = Trial.compile(candidate.rulesText());
        return compilation.plan().isPresent()
                && Trial.run(compilation.plan().get(), candidate.eventsText(), true)
                        .difference()
                        .filter(difference -> !difference.contains("MissingFieldException"))
                        .isPresent();
    }
}
