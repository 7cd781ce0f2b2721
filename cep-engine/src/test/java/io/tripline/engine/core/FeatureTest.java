package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules on an event, and features over sliding windows. */
class FeatureTest {

    private static List<String> matches(String rule, String events) {
        return Letters.of("rule r { by k " + rule + " alert \"hit\" }").matches(events);
    }

    private static List<String> values(String feature, String events) {
        return Letters.of("rule r { by k on a: A alert \"{" + feature + "}\" }").messages(events);
    }

    @Test
    void aRuleOnAnEventIsAskedForEachThatPassesItsFilter() {
        assertThat(matches("on a: A[v > 1] when v < 5", "A1 A2 B3 A5 A4")).containsExactly("+ r a=A2", "+ r a=A5");
    }

    @Test
    void theCurrentEventCounts() {
        assertThat(values("count(A) over 10s", "A@0 A@1 A@2")).containsExactly("+ 1", "+ 2", "+ 3");
    }

    @Test
    void aWindowHoldsItsOldestTimeInclusive() {
        assertThat(values("count(A) over 10s", "A@0 A@10")).containsExactly("+ 1", "+ 2");
        assertThat(values("count(A) over 10s", "A@0 A@10.000000001")).containsExactly("+ 1", "+ 1");
    }

    @Test
    void eventsOfOneTimeCountUpToTheCurrentOne() {
        assertThat(values("count(A) over 10s", "A@5 A@5 A@5")).containsExactly("+ 1", "+ 2", "+ 3");
    }

    @Test
    void otherTypesAndOtherKeysMayOrMayNotCount() {
        assertThat(values("count(B) over 1m", "B A B/x B A/x A")).containsExactly("+ 1", "+ 1", "+ 2");
    }

    @Test
    void aFilterDecidesWhatCounts() {
        assertThat(values("count(A[v >= 2]) over 1m", "A1 A2 A A3")).containsExactly("+ 0", "+ 1", "+ 1", "+ 2");
    }

    @Test
    void countOfAFieldSkipsMissingValues() {
        assertThat(values("count(A.v) over 1m", "A1 A A3")).containsExactly("+ 1", "+ 1", "+ 2");
    }

    @Test
    void sumsAreExactAndSlide() {
        assertThat(values("sum(A.v) over 2s", "A0.1@0 A0.2@1 A0.3@2 A0.4@3 A@9"))
                .containsExactly("+ 0.1", "+ 0.3", "+ 0.6", "+ 0.9", "+ 0");
    }

    @Test
    void averagesHaveTenDigitsHalfEven() {
        assertThat(values("avg(A.v) over 1m", "A1 A0 A1")).containsExactly("+ 1", "+ 0.5", "+ 0.6666666667");
        assertThat(values("avg(A.v) over 1m", "A")).containsExactly("+ –");
    }

    @Test
    void lowestAndHighestSlide() {
        assertThat(values("min(A.v) over 2s", "A3@0 A5@1 A4@2 A6@3 A9@5"))
                .containsExactly("+ 3", "+ 3", "+ 3", "+ 4", "+ 6");
        assertThat(values("max(A.v) over 2s", "A3@0 A5@1 A4@2 A1@4 A1@9"))
                .containsExactly("+ 3", "+ 5", "+ 5", "+ 4", "+ 1");
        assertThat(values("max(B.v) over 2s", "A")).containsExactly("+ –");
    }

    @Test
    void differentValuesSlide() {
        assertThat(values("distinct(A.v) over 2s", "A1@0 A1.0@1 A2@2 A3@3 A@9"))
                .containsExactly("+ 1", "+ 1", "+ 2", "+ 3", "+ 0");
    }

    @Test
    void featuresMayBeComputedWith() {
        assertThat(matches("on a: A when v > 2 * (avg(A.v) over 1m)", "A1 A1 A9 A5"))
                .containsExactly("+ r a=A3");
    }

    @Test
    void aStepsConditionMaySeeFeatures() {
        Letters letters = Letters.of(Letters.match("a: A then b: B[v > sum(A.v) over 10s]"));
        assertThat(letters.matches("A5 A5 B9 B11")).containsExactly("+ r a=A1 b=B4");
    }

    @Test
    void aFeatureOfAMatchSeesEventsThatNoStepTakes() {
        Letters letters = Letters.of("rule r { by k match a: A then b: B alert \"{count(C) over 10s}\" }");
        assertThat(letters.messages("C@0 A@9 C@10 C@10 B@11")).containsExactly("+ 2");
    }

    @Test
    void beforeThisLeavesTheCurrentEventOutAndNoOther() {
        assertThat(values("count(A) over 10s before this", "A@0 A@1 A@1")).containsExactly("+ 0", "+ 1", "+ 2");
        assertThat(values("max(A.v) over 10s before this", "A5@0 A9@1 A1@2")).containsExactly("+ –", "+ 5", "+ 9");
        assertThat(values("count(B) over 10s before this", "B@0 A@1")).containsExactly("+ 1");
    }

    @Test
    void theCurrentEventIsAlsoLeftOutOfTheMessage() {
        assertThat(matches("on a: A when v > 2 * (avg(A.v) over 1m before this)", "A1 A2 A9"))
                .containsExactly("+ r a=A3");
    }

    @Test
    void aWindowOfTheLatestEventsCountsThoseWithoutAValueToo() {
        assertThat(values("sum(A.v) over last 2 events", "A1 A2 A A4 A8"))
                .containsExactly("+ 1", "+ 3", "+ 2", "+ 4", "+ 12");
        assertThat(values("count(A[v > 1]) over last 2 events", "A1 A2 A3 A4"))
                .containsExactly("+ 0", "+ 1", "+ 2", "+ 2");
    }

    @Test
    void aWindowThatEndsEarlierTakesEventsInWhenTheyAreOldEnough() {
        // At t it holds t−30 ≤ time ≤ t−10.
        assertThat(values("sum(A.v) over 20s ending 10s ago", "A1@0 A2@9 A4@10 A8@19 A16@30 A32@31"))
                .containsExactly("+ 0", "+ 0", "+ 1", "+ 3", "+ 15", "+ 14");
    }

    @Test
    void aWindowWithAStepHoldsWholePanes() {
        // Three panes of 10 s, the current one among them: at 29 the pane from 0 on, at 30 no more.
        assertThat(values("count(A) over 30s step 10s", "A@0 A@9 A@29 A@30 A@39 A@40"))
                .containsExactly("+ 1", "+ 2", "+ 3", "+ 2", "+ 3", "+ 4");
    }

    @Test
    void firstAndLast() {
        assertThat(values("first(A.v) over 2s", "A3@0 A@1 A5@2 A7@3")).containsExactly("+ 3", "+ 3", "+ 3", "+ 5");
        assertThat(values("last(A.v) over 2s", "A3@0 A@1 A5@2 A@5")).containsExactly("+ 3", "+ 3", "+ 5", "+ –");
    }

    @Test
    void theDeviationIsThatOfASample() {
        assertThat(values("stddev(A.v) over 1m", "A2 A4 A4 A4 A5 A5 A7 A9").get(7))
                .isEqualTo("+ 2.138089935299395");
        assertThat(values("stddev(A.v) over 1m", "A2 A2")).containsExactly("+ –", "+ 0");
        assertThat(values("stddev(A.v) over 2s", "A1000000000@0 A1@3 A2@4"))
                .containsExactly("+ –", "+ –", "+ 0.7071067811865476");
    }

    @Test
    void quantilesAreValuesThatOccur() {
        assertThat(values("median(A.v) over 1m", "A5 A1 A3 A2")).containsExactly("+ 5", "+ 1", "+ 3", "+ 2");
        assertThat(values("median(A.v) over 2s", "A5@0 A1@1 A3@2 A2@3 A@9"))
                .containsExactly("+ 5", "+ 1", "+ 3", "+ 2", "+ –");
        assertThat(values("quantile(A.v, 0.9) over 1m", "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10")
                        .get(9))
                .isEqualTo("+ 9");
        assertThat(values("quantile(A.v, 0) over 1m", "A7 A3")).containsExactly("+ 7", "+ 3");
        assertThat(values("quantile(A.v, 1) over 1m", "A7 A3")).containsExactly("+ 7", "+ 7");
    }
}
