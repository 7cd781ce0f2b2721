package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.CurrentField;
import io.tripline.dsl.plan.ExpressionPlan.StepField;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.PatternPlan.Step;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.RulePlans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Repetitions of several steps, which the plan can say: rounds that are given up, and rounds inside of rounds. */
class GroupRepetitionTest {

    private static final int V = 2;

    private static Step step(int number, String event) {
        return new Step(number, event.toLowerCase(java.util.Locale.ROOT) + number, event, Optional.empty());
    }

    private static Step stepAbove(int number, String event, int other) {
        ExpressionPlan condition = new Comparison(
                Comparison.Operator.GREATER,
                new CurrentField(V, Scalar.DECIMAL),
                new StepField(other, V, Scalar.DECIMAL));
        return new Step(number, event.toLowerCase(java.util.Locale.ROOT) + number, event, Optional.of(condition));
    }

    private static Sequence sequence(PatternPlan... parts) {
        return Sequence.of(parts);
    }

    private static Repeat atLeast(int min, PatternPlan body) {
        return Repeat.greedy(body, min, PatternPlan.UNBOUNDED);
    }

    private static List<String> matches(PatternPlan pattern, String events) {
        RuleSetPlan plan = EngineDriver.compile(
                Letters.declarations("0s") + Letters.match("a: A then b: B then c: C then d: D then e: E"));
        RulePlan rule = plan.rules().get(0);
        RulePlan changed = RulePlans.withPattern(rule, pattern);
        Letters letters = Letters.with(new EngineDriver(1, EngineLimits.DEFAULT), "0s", "");
        letters.driver().rules(plan.withRules(List.of(changed)));
        return letters.matches(events);
    }

    @Test
    void roundsFollowEachOther() {
        PatternPlan pattern = sequence(Repeat.greedy(sequence(step(0, "A"), step(1, "B")), 2, 2), step(2, "C"));
        assertThat(matches(pattern, "A A B C A B C")).containsExactly("+ r a0=A1+A5 b1=B3+B6 c2=C7");
    }

    @Test
    void theWayOutStaysOpenInTheMiddleOfAFurtherRound() {
        PatternPlan pattern = sequence(atLeast(1, sequence(step(0, "A"), step(1, "B"))), step(2, "C"));
        assertThat(matches(pattern, "A B A C")).containsExactly("+ r a0=A1 b1=B2 c2=C4");
        assertThat(matches(pattern, "A B A B C")).containsExactly("+ r a0=A1+A3 b1=B2+B4 c2=C5");
    }

    @Test
    void theRoundThatHoldsTheStartIsNotGivenUp() {
        PatternPlan pattern = sequence(atLeast(0, sequence(step(0, "A"), step(1, "B"))), step(2, "C"));
        assertThat(matches(pattern, "A C")).as("C starts anew").containsExactly("+ r c2=C2");
        PatternPlan behind = sequence(step(0, "D"), atLeast(0, sequence(step(1, "A"), step(2, "B"))), step(3, "C"));
        assertThat(matches(behind, "D A C")).containsExactly("+ r d0=D1 c3=C3");
    }

    @Test
    void aConditionBehindARoundToBeGivenUpSeesTheMatchWithoutIt() {
        PatternPlan pattern = sequence(atLeast(1, sequence(step(0, "A"), step(1, "B"))), stepAbove(2, "C", 0));
        assertThat(matches(pattern, "A1 B A5 C3")).containsExactly("+ r a0=A1 b1=B2 c2=C4");
        assertThat(matches(pattern, "A5 B A1 C3")).isEmpty();
        assertThat(matches(pattern, "A5 B A1 B C3")).containsExactly("+ r a0=A1+A3 b1=B2+B4 c2=C5");
    }

    @Test
    void belowTheMinimumNoRoundIsGivenUp() {
        PatternPlan pattern = sequence(atLeast(2, sequence(step(0, "A"), step(1, "B"))), step(2, "C"));
        assertThat(matches(pattern, "A B A C B C")).containsExactly("+ r a0=A1+A3 b1=B2+B5 c2=C6");
    }

    @Test
    void aRoundThatCanEndIsNotGivenUp() {
        // (A then B+)+ then C: in the second round B may go on, and C keeps what the round has.
        PatternPlan pattern = sequence(atLeast(1, sequence(step(0, "A"), atLeast(1, step(1, "B")))), step(2, "C"));
        assertThat(matches(pattern, "A B A B C")).containsExactly("+ r a0=A1+A3 b1=B2+B4 c2=C5");
        PatternPlan two = sequence(atLeast(1, sequence(step(0, "A"), Repeat.greedy(step(1, "B"), 2, 3))), step(2, "C"));
        assertThat(matches(two, "A B B A B C")).containsExactly("+ r a0=A1 b1=B2+B3 c2=C6");
        assertThat(matches(two, "A B B A B B C")).containsExactly("+ r a0=A1+A4 b1=B2+B3+B5+B6 c2=C7");
    }

    @Test
    void givingUpTheInnerRoundLetsTheOuterOneEnd() {
        // (D then (A then B)+)+ then C
        PatternPlan inner = atLeast(1, sequence(step(1, "A"), step(2, "B")));
        PatternPlan pattern = sequence(atLeast(1, sequence(step(0, "D"), inner)), step(3, "C"));
        assertThat(matches(pattern, "D A B A C")).containsExactly("+ r d0=D1 a1=A2 b2=B3 c3=C5");
        assertThat(matches(pattern, "D A B A D A B C")).containsExactly("+ r d0=D1+D5 a1=A2+A6 b2=B3+B7 c3=C8");
        assertThat(matches(pattern, "D A B D A C")).containsExactly("+ r d0=D1 a1=A2 b2=B3 c3=C6");
    }

    @Test
    void moreRoundsOfTheOuterRepetitionArePreferredToMoreOfTheInner() {
        // (A{1,2}){1,2} then C over A A: one round of two, or two rounds of one.
        PatternPlan pattern = sequence(Repeat.greedy(Repeat.greedy(step(0, "A"), 1, 2), 1, 2), step(1, "C"));
        assertThat(matches(pattern, "A A C")).containsExactly("+ r a0=A1+A2 c1=C3");
        assertThat(matches(pattern, "A A A A A C")).containsExactly("+ r a0=A1+A2+A3+A4 c1=C6");
    }

    @Test
    void anEventThatFitsTheRoundAndTheWayOutIsTakenByEach() {
        // (A then B)+ then B then C: B4 ends the second round, or is the step behind.
        PatternPlan pattern = sequence(atLeast(1, sequence(step(0, "A"), step(1, "B"))), step(2, "B"), step(3, "C"));
        assertThat(matches(pattern, "A B A B C")).containsExactly("+ r a0=A1 b1=B2 b2=B4 c3=C5");
        assertThat(matches(pattern, "A B A B B C")).containsExactly("+ r a0=A1+A3 b1=B2+B4 b2=B5 c3=C6");
    }
}
