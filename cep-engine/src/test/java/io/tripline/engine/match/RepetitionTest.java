package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Repeated steps: how much they take, and which of several ways is preferred. */
class RepetitionTest {

    private static List<String> matches(String pattern, String events) {
        return Letters.of(Letters.match(pattern + " within 1h")).matches(events);
    }

    @Test
    void anExactCountTakesThatMany() {
        assertThat(matches("a: A{3} then b: B", "A A B A B")).containsExactly("+ r a=A1+A2+A4 b=B5");
    }

    @Test
    void anOpenCountTakesEveryEventThatFits() {
        assertThat(matches("a: A{2,} then b: B", "A A A C A B")).containsExactly("+ r a=A1+A2+A3+A5 b=B6");
    }

    @Test
    void belowItsMinimumARepetitionKeepsTheNextStepClosed() {
        assertThat(matches("a: A{2,} then b: B", "A B A B")).containsExactly("+ r a=A1+A3 b=B4");
    }

    @Test
    void atItsMaximumARepetitionTakesNoMore() {
        // From A1 on only A1 and A2 are taken, and A1 is the earliest start.
        assertThat(matches("a: A{1,2} then b: B", "A A A B")).containsExactly("+ r a=A1+A2 b=B4");
    }

    @Test
    void aPatternThatEndsInARepetitionIsCompleteAtTheMinimum() {
        assertThat(matches("b: B then a: A{2,}", "B A A A B A A"))
                .containsExactly("+ r b=B1 a=A2+A3", "+ r b=B5 a=A6+A7");
        assertThat(matches("a: A+", "A A")).containsExactly("+ r a=A1", "+ r a=A2");
    }

    @Test
    void anOptionalStepMayBeLeftEmpty() {
        assertThat(matches("a: A then b: B? then c: C", "A C")).containsExactly("+ r a=A1 c=C2");
        assertThat(matches("a: A then b: B? then c: C", "A B C")).containsExactly("+ r a=A1 b=B2 c=C3");
        assertThat(matches("a: A then b: B? then c: C", "A B B C")).containsExactly("+ r a=A1 b=B2 c=C4");
    }

    @Test
    void anOptionalFirstStepMayBeLeftEmpty() {
        assertThat(matches("a: A? then b: B", "B A B")).containsExactly("+ r b=B1", "+ r a=A2 b=B3");
        assertThat(matches("a: A* then b: B", "A A B B")).containsExactly("+ r a=A1+A2 b=B3", "+ r b=B4");
    }

    @Test
    void aLastOptionalStepIsNeverTaken() {
        assertThat(matches("a: A then b: B?", "A B A")).containsExactly("+ r a=A1", "+ r a=A3");
    }

    @Test
    void anEventThatFitsTwoOpenStepsIsTakenByEachInAMatchOfItsOwn() {
        // A3 is a third round in one match and the step behind in another, which is complete.
        assertThat(matches("a: A{2,} then b: A[v > 5]", "A1 A2 A9")).containsExactly("+ r a=A1+A2 b=A3");
    }

    @Test
    void moreRoundsOfTheFirstRepetitionArePreferred() {
        assertThat(matches("a: A+ then b: A+ then c: B", "A A A B")).containsExactly("+ r a=A1+A2 b=A3 c=B4");
        assertThat(matches("a: A? then b: A? then c: A? then d: B", "A A B")).containsExactly("+ r a=A1 b=A2 d=B3");
        assertThat(matches("a: A{1,2} then b: A{1,2} then c: B", "A A A B")).containsExactly("+ r a=A1+A2 b=A3 c=B4");
    }

    @Test
    void theEarliestStartWinsBeforeMoreRounds() {
        assertThat(matches("a: A[v > 1]{1,2} then b: B", "A5 A5 A5 B")).containsExactly("+ r a=A1+A2 b=B4");
    }

    @Test
    void aRepetitionsOwnConditionSeesTheEventsTakenSoFarWithoutTheOneUnderTest() {
        assertThat(matches("a: A[count(a) < 2]{1,} then b: B", "A A A B")).containsExactly("+ r a=A1+A2 b=B4");
        assertThat(matches("a: A[sum(a.v) < 5]+ then b: B", "A4 A4 A4 B")).containsExactly("+ r a=A1+A2 b=B4");
        assertThat(matches("a: A[a.v is missing or v > a.v]+ then b: B", "A1 A3 A2 A4 B"))
                .containsExactly("+ r a=A1+A2+A4 b=B5");
    }

    @Test
    void anAggregateOverNothingIsZeroOrMissing() {
        assertThat(matches("a: A? then b: B[count(a) == 0 and sum(a.v) == 0]", "B"))
                .containsExactly("+ r b=B1");
        assertThat(matches("a: A? then b: B[avg(a.v) is missing and min(a.v) is missing]", "B"))
                .containsExactly("+ r b=B1");
        assertThat(matches("a: A? then b: B[a.v is missing]", "B")).containsExactly("+ r b=B1");
    }

    @Test
    void aLaterConditionSeesAggregatesOverARepetition() {
        assertThat(matches("a: A{2,} then b: B[v > 3 * avg(a.v)]", "A1 A2 B4 A3 B6.1"))
                .containsExactly("+ r a=A1+A2+A4 b=B5");
        assertThat(matches("a: A{2,} then b: B[distinct(a.v) == 2]", "A1 A1 B A1 A2 B"))
                .containsExactly("+ r a=A1+A2+A4+A5 b=B6");
        assertThat(matches("a: A{2,} then b: B[v == max(a.v) - min(a.v)]", "A7 A3 B1 A9 B6"))
                .containsExactly("+ r a=A1+A2+A4 b=B5");
    }

    @Test
    void anAggregateSkipsMissingValues() {
        assertThat(matches("a: A{3} then b: B[avg(a.v) == 3 and count(a.v) == 2]", "A2 A A4 B"))
                .containsExactly("+ r a=A1+A2+A3 b=B4");
    }
}
