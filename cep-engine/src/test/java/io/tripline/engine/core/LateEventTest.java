package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events out of order: put in their place, or reported as late. */
class LateEventTest {

    private static final String SEQUENCE = Letters.match("a: A then b: B within 10s");

    @Test
    void anEventLaterThanItsTypeAllowsIsReportedAndSeenByNoRule() {
        Letters letters = Letters.late("5s", SEQUENCE);
        assertThat(letters.matches("A@100 A@94.999999999 B@101")).containsExactly("late A2", "+ r a=A1 b=B3");
        assertThat(letters.driver().statistics().lateEvents()).isEqualTo(1);
    }

    @Test
    void anEventAsLateAsItsTypeAllowsIsInTime() {
        assertThat(Letters.late("5s", SEQUENCE).matches("C@100 A@95 B@99")).containsExactly("+ r a=A2 b=B3");
    }

    @Test
    void withoutLatenessEveryEventOutOfOrderIsLate() {
        assertThat(Letters.of(SEQUENCE).matches("A@10 B@9 B@10")).containsExactly("late B2", "+ r a=A1 b=B3");
    }

    @Test
    void aMatchIsReportedWithItsLastEventWithoutWaiting() {
        assertThat(Letters.late("1h", SEQUENCE).matches("A@0 B@1")).containsExactly("+ r a=A1 b=B2");
    }

    @Test
    void aLateEventMayCompleteAMatchOfEventsThatCameBefore() {
        assertThat(Letters.late("5s", SEQUENCE).matches("B@3 A@1")).containsExactly("+ r a=A2 b=B1");
    }

    @Test
    void aLateEventMayDisproveAMatch() {
        // With the earlier start in its place, that start completes on B3 instead.
        assertThat(Letters.late("5s", SEQUENCE).matches("A@2 B@3 A@1"))
                .containsExactly("+ r a=A1 b=B2", "- r a=A1 b=B2", "+ r a=A3 b=B2");
    }

    @Test
    void retractionsComeBeforeNewMatchesAndBothInTheOrderOfTheirTimes() {
        assertThat(Letters.late("9s", Letters.match("a: A then b: B")).matches("A@2 B@3 A@4 B@5 B@1 A@0"))
                .containsExactly("+ r a=A1 b=B2", "+ r a=A3 b=B4", "+ r a=A6 b=B5");
        assertThat(Letters.late("9s", Letters.match("a: A then b: B then c: C")).matches("A@1 B@2 C@3 A@4 B@5 C@6 A@0"))
                .containsExactly(
                        "+ r a=A1 b=B2 c=C3", "+ r a=A4 b=B5 c=C6", "- r a=A1 b=B2 c=C3", "+ r a=A7 b=B2 c=C3");
    }

    @Test
    void aLateEventOfOneTimeStandsBehindThoseThatCameBefore() {
        assertThat(Letters.late("5s", SEQUENCE).matches("A@1 C@3 B@1")).containsExactly("+ r a=A1 b=B3");
        assertThat(Letters.late("5s", SEQUENCE).matches("B@1 C@3 A@1")).isEmpty();
    }

    @Test
    void aStandingAlertWhoseMessageChangesIsAmended() {
        Letters letters = Letters.late("5s", "rule r { by k on a: A alert \"{count(B) over 10s}\" }");
        assertThat(letters.messages("B@0 A@3 B@2")).containsExactly("+ 1", "~ 2");
        assertThat(letters.messages("C@4 B@3.5")).isEmpty();
    }

    @Test
    void aLateEventMayLiftAFeatureOverItsThreshold() {
        Letters letters = Letters.late("5s", "rule r { by k on a: A when count(A) over 10s >= 3 alert \"hit\" }");
        assertThat(letters.matches("A@1 A@3 A@2")).containsExactly("+ r a=A2");
    }

    @Test
    void aLateEventMayMoveTheSilence() {
        Letters letters = Letters.late("5s", "rule r { by k on a: A alert \"hit\" once per 3s }");
        assertThat(letters.matches("A@2 A@4 A@1 A@4.5"))
                .containsExactly("+ r a=A1", "- r a=A1", "+ r a=A3", "+ r a=A4");
    }

    @Test
    void whatIsSettledIsNotTouchedByLateEvents() {
        Letters letters = Letters.late("5s", SEQUENCE);
        assertThat(letters.matches("A@0 B@1 C@20 A@16 B@15")).containsExactly("+ r a=A1 b=B2");
        assertThat(letters.matches("B@17")).containsExactly("+ r a=A4 b=B6");
    }

    @Test
    void aMatchThatComesBackHasItsIdAgain() {
        Letters letters = Letters.late("9s", SEQUENCE);
        List<Outcome> outcomes = letters.send("A@2 B@3 A@1 B@1.5");
        assertThat(OutcomeText.matched(outcomes))
                .containsExactly(
                        "+ r a=A1 b=B2",
                        "- r a=A1 b=B2",
                        "+ r a=A3 b=B2",
                        "- r a=A3 b=B2",
                        "+ r a=A3 b=B4",
                        "+ r a=A1 b=B2");
        Alert first = ((Outcome.Fired) outcomes.get(0)).alert();
        assertThat(outcomes.get(1))
                .hasToString(new Outcome.Retracted(outcomes.get(1).sequence(), first).toString());
        assertThat(((Outcome.Fired) outcomes.get(5)).alert().id()).isEqualTo(first.id());
    }

    @Test
    void outcomesOfOneInputAreInTheOrderOfTheirTimesThenOfTheRules() {
        Letters letters = Letters.late(
                "9s",
                "rule z { by k on a: A when count(B) over 10s == 1 alert \"hit\" }"
                        + "rule y { by k on a: A when count(B) over 10s == 1 alert \"hit\" }"
                        + "rule x { by k on a: A when count(B) over 10s == 0 alert \"hit\" }");
        assertThat(letters.matches("A@3 A@2 B@1"))
                .containsExactly(
                        "+ x a=A1", "+ x a=A2", "- x a=A2", "- x a=A1", "+ y a=A2", "+ z a=A2", "+ y a=A1", "+ z a=A1");
    }

    @Test
    void theSlowestSourceHoldsThePastOpen() {
        Letters letters = Letters.of(SEQUENCE);
        // Source 1 is at 1 s; its B at 3 s is not late, though source 0 is at 20 s.
        assertThat(letters.matches("A@1#1 A@2#0 C@20#0 B@3#1")).containsExactly("+ r a=A1 b=B4");
    }

    @Test
    void aSourceThatJoinsStartsAtTheLowestMark() {
        Letters letters = Letters.of(SEQUENCE);
        assertThat(letters.matches("A@10#0 B@9#1 B@11#1")).containsExactly("late B2", "+ r a=A1 b=B3");
    }

    @Test
    void keysThatAreSettledAtOnceKeepNothing() {
        Letters letters = Letters.of(SEQUENCE);
        letters.send("A/x@0 B/x@1 B/y@2");
        assertThat(letters.driver().statistics().partialMatches()).isZero();
    }
}
