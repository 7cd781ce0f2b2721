package io.tripline.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.RulePlans;
import io.tripline.engine.table.ReferenceData;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ways of patterns, as text. */
class ProgramListingTest {

    private static String listing(String pattern) {
        return listing(rule(Letters.match(pattern)));
    }

    private static String listing(RulePlan rule) {
        return ProgramListing.of(ProgramCompiler.compile(rule, new ReferenceData()));
    }

    private static RulePlan rule(String rule) {
        return EngineDriver.compile(Letters.declarations("0s") + rule).rules().get(0);
    }

    @Test
    void aRuleOnAnEventIsAPatternOfOneStep() {
        assertThat(listing(rule("rule r { on a: A when v > 1 alert \"hit\" }"))).isEqualTo("""
                start -> a
                a -> end
                """);
    }

    @Test
    void aSequenceGoesStepByStep() {
        assertThat(listing("a: A then b: B")).isEqualTo("""
                start -> a
                a -> b
                b -> end
                """);
    }

    @Test
    void aRepetitionCountsItsRounds() {
        assertThat(listing("a: A{3,5} then b: B")).isEqualTo("""
                start -> a: enter #0
                a -> a: next round of #0 below 5
                a -> b: leave #0 from 3
                b -> end
                """);
    }

    @Test
    void whatCanBeEmptyCanBeSkipped() {
        assertThat(listing("a: A? then b: B{0,2} then c: C")).isEqualTo("""
                start -> a: enter #0
                start -> b: skip #0, enter #1
                start -> c: skip #0, skip #1
                a -> b: leave #0 from 0, enter #1
                a -> c: leave #0 from 0, skip #1
                b -> b: next round of #1 below 2
                b -> c: leave #1 from 0
                c -> end
                """);
    }

    @Test
    void aRoundOfAGroupCanBeGivenUp() {
        PatternPlan group = Sequence.of(step(0, "a", "A"), step(1, "b", "B"));
        PatternPlan pattern = Sequence.of(Repeat.greedy(group, 1, PatternPlan.UNBOUNDED), step(2, "c", "C"));
        assertThat(listing(RulePlans.withPattern(rule(Letters.match("a: A then b: B then c: C")), pattern)))
                .isEqualTo("""
                        start -> a: enter #0
                        a -> b
                        a -> out of #0 from 1, giving up the round
                        b -> a: next round of #0
                        b -> c: leave #0 from 1
                        c -> end
                        """);
    }

    private static PatternPlan.Step step(int number, String name, String event) {
        return new PatternPlan.Step(number, name, event, Optional.empty());
    }
}
