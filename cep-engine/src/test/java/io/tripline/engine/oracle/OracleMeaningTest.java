package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RuleSetPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the language says of small streams, worked out by hand: the oracle's own test. Events are numbered from 2 in the
 * order of arrival; an answer names the time of the alert and, for each step, the events it took.
 */
class OracleMeaningTest {

    private static final String TYPES = """
            event A { k string?  v int?  d decimal?  at timestamp @time } late after 3s
            event B { k string?  v int?  d decimal?  at timestamp @time } late after 3s
            event C { k string?  v int?  d decimal?  at timestamp @time } late after 3s
            """;

    @Test
    void thenPassesOverWhatDoesNotFit() {
        assertThat(answers("match a: A then b: B", "A at=0", "C at=1", "A at=2", "B at=3"))
                .containsExactly("3s a=[2] b=[5]");
    }

    @Test
    void afterAMatchEverythingStartsAfresh() {
        assertThat(answers("match a: A then b: B", "A at=0", "A at=1", "B at=2", "B at=3", "A at=4", "B at=5"))
                .containsExactly("2s a=[2] b=[4]", "5s a=[6] b=[7]");
    }

    @Test
    void aRepetitionTakesEveryEventThatFits() {
        assertThat(answers("match a: A{2,} then b: B within 1m", "A at=0", "A at=1", "A at=2", "B at=3"))
                .containsExactly("3s a=[2, 3, 4] b=[5]");
    }

    @Test
    void aRepetitionTakesNoMoreThanItsMaximum() {
        assertThat(answers("match a: A{1,2} then b: B", "A at=0", "A at=1", "A at=2", "B at=3"))
                .containsExactly("3s a=[2, 3] b=[5]");
    }

    @Test
    void aPatternThatEndsInARepetitionIsCompleteAtTheMinimum() {
        assertThat(answers("match a: A{2,} within 1m", "A at=0", "A at=1", "A at=2", "A at=3", "A at=4"))
                .containsExactly("1s a=[2, 3]", "3s a=[4, 5]");
    }

    @Test
    void aLastOptionalStepIsNeverTaken() {
        assertThat(answers("match a: A then b: B?", "A at=0", "B at=1")).containsExactly("0s a=[2]");
    }

    @Test
    void anOptionalFirstStepMayBeLeftOut() {
        assertThat(answers("match a: A? then b: B", "B at=0", "A at=1", "B at=2"))
                .containsExactly("0s b=[2]", "2s a=[3] b=[4]");
    }

    @Test
    void ofSeveralWaysTheOneWithMoreRoundsInTheEarlierStepIsReported() {
        assertThat(answers("match p: A+ then q: A then r: B within 1m", "A at=0", "A at=1", "A at=2", "B at=3"))
                .containsExactly("3s p=[2, 3] q=[4] r=[5]");
        assertThat(answers("match p: A* then q: A? then r: A then s: B within 1m", "A at=0", "A at=1", "B at=2"))
                .containsExactly("2s p=[2] r=[3] s=[4]");
    }

    @Test
    void withinHoldsFromTheFirstToTheLastEvent() {
        assertThat(answers("match a: A then b: B within 2s", "A at=0", "B at=2"))
                .containsExactly("2s a=[2] b=[3]");
        assertThat(answers("match a: A then b: B within 2s", "A at=0", "B at=2.001"))
                .isEmpty();
        assertThat(answers("match a: A then b: B within 2s", "A at=0", "A at=1", "B at=3"))
                .containsExactly("3s a=[3] b=[4]");
    }

    @Test
    void aConditionSeesEarlierStepsByTheirLatestEvent() {
        assertThat(answers("match a: A{2} then b: B[v > a.v]", "A v=5 at=0", "A v=1 at=1", "B v=1 at=2", "B v=2 at=3"))
                .containsExactly("3s a=[2, 3] b=[5]");
    }

    @Test
    void inARepetitionsOwnConditionTheEventUnderTestIsNotAmongTheTaken() {
        assertThat(answers(
                        "match a: A[count(a) == 0 or v > max(a.v)]{3}",
                        "A v=1 at=0", "A v=3 at=1", "A v=2 at=2", "A v=4 at=3"))
                .containsExactly("3s a=[2, 3, 5]");
    }

    @Test
    void aggregatesOfNothingAreZeroOrMissing() {
        assertThat(answers(
                        "match a: A* then b: B[count(a) == 0 and sum(a.v) == 0 and max(a.v) is missing] within 1m",
                        "B at=0"))
                .containsExactly("0s b=[2]");
    }

    @Test
    void aWindowHoldsItsEdgesAndTheCurrentEvent() {
        assertThat(answers("on t: A when count(A) over 2s >= 3", "A at=0", "A at=1", "A at=2", "A at=3.001", "A at=4"))
                .containsExactly("2s t=[4]", "4s t=[6]");
    }

    @Test
    void aWindowMayEndEarlierAndBothItsEndsCount() {
        assertThat(answers(
                        "on t: B when count(A) over 2s ending 1s ago == 2",
                        "A at=0",
                        "A at=2",
                        "A at=2.001",
                        "B at=3",
                        "B at=3.001"))
                .containsExactly("3s t=[5]", "3.001s t=[6]");
    }

    @Test
    void aWindowOfTheLatestEventsCountsThoseThatPassTheFilter() {
        assertThat(answers(
                        "on t: B when sum(A[v > 0].v) over last 2 events == 5",
                        "A v=9 at=0",
                        "A v=2 at=1",
                        "A v=0 at=2",
                        "A v=3 at=3",
                        "B at=60"))
                .containsExactly("60s t=[6]");
    }

    @Test
    void beforeThisLeavesTheCurrentEventOutAlone() {
        assertThat(answers("on t: A when count(A) over 2s before this == 1", "A at=0", "A at=0", "A at=1", "A at=2.5"))
                .containsExactly("0s t=[3]", "2.5s t=[5]");
    }

    @Test
    void aWindowOfPanesHoldsWholeOnesAndTheLastAsFarAsItHasCome() {
        assertThat(answers(
                        "on t: A when count(A) over 2s step 1s == 2",
                        "A at=0",
                        "A at=0.9",
                        "A at=1.5",
                        "A at=2.1",
                        "A at=3.9"))
                .containsExactly("0.9s t=[3]", "2.1s t=[5]", "3.9s t=[6]");
    }

    @Test
    void aWindowOfAKeyOfItsOwnLooksAtTheEventsOfAllKeys() {
        assertThat(answers(
                        "by k on t: B when count(A by v == t.v) over 1m == 2",
                        "A k=x v=1 at=0",
                        "A k=y v=1 at=1",
                        "A k=z v=1 at=7",
                        "B k=x v=1 at=5",
                        "B k=x at=6"))
                .containsExactly("5s t=[5]");
    }

    @Test
    void theLowerMedianIsAValueThatOccurs() {
        assertThat(answers(
                        "on t: A when median(A.v) over 1m == 2 and quantile(A.v, 0.75) over 1m == 3",
                        "A v=3 at=0",
                        "A v=1 at=1",
                        "A v=2 at=2",
                        "A v=9 at=3"))
                .containsExactly("2s t=[4]", "3s t=[5]");
    }

    @Test
    void aSourceThatIsSilentForTooLongIsIdleAndStartsWhereTheOthersAre() {
        RuleSetPlan plan = Trial.plan(TYPES);
        String lines = "A at=10 from=1\nA at=20\nA at=21\nA at=22\nA at=18 from=1\nA at=19 from=1";
        assertThat(Oracle.late(EventLines.parse(plan.events(), lines), 2))
                .extracting(SeenEvent::sequence)
                .containsExactly(6L);
    }

    @Test
    void aChangedRuleKnowsNothingOfWhatWasBefore() {
        assertThat(answers("match a: A then b: B", "A at=0", "rules r=2", "B at=1", "A at=2", "rules r=2", "B at=3"))
                .containsExactly("3s a=[5] b=[7]");
        assertThat(answers("on t: A", "A at=0", "rules", "A at=1", "rules r=1", "A at=2"))
                .containsExactly("0s t=[2]", "2s t=[6]");
    }

    @Test
    void twoEventsOfOneTimeFollowEachOther() {
        assertThat(answers("on t: A when count(A) over 2s >= 2", "A at=0", "A at=0"))
                .containsExactly("0s t=[3]");
        assertThat(answers("match a: A then b: B", "B at=0", "A at=0")).isEmpty();
    }

    @Test
    void aWindowMayLookAtAnotherTypeAndAtSomeOfItsEvents() {
        assertThat(answers(
                        "on t: A when sum(B[v > 1].v) over 2s == 5",
                        "B v=2 at=0",
                        "B v=1 at=0",
                        "B v=3 at=1",
                        "A at=2"))
                .containsExactly("2s t=[5]");
    }

    @Test
    void oncePerSilencesUpToItsLength() {
        assertThat(answers("on t: A", "once per 2s", "A at=0", "A at=1", "A at=2", "A at=2.1", "A at=4.1", "A at=4.2"))
                .containsExactly("0s t=[2]", "2.1s t=[5]", "4.2s t=[7]");
    }

    @Test
    void anEventOutOfOrderIsPutInItsPlace() {
        assertThat(answers("match a: A then b: B", "B at=2", "A at=1", "B at=3"))
                .containsExactly("2s a=[3] b=[2]");
    }

    @Test
    void anEventLaterThanItsSourceAllowsIsNotSeen() {
        assertThat(answers("on t: A", "A at=9", "A at=6", "A at=5.999")).containsExactly("6s t=[3]", "9s t=[2]");
    }

    @Test
    void eachSourceHasATimeOfItsOwn() {
        assertThat(answers("on t: A", "A at=0", "A at=0 from=1", "A at=9", "A at=4 from=1"))
                .containsExactly("0s t=[2]", "0s t=[3]", "4s t=[5]", "9s t=[4]");
    }

    @Test
    void aSourceThatJoinsStartsWhereTheSlowestOfTheOthersIs() {
        assertThat(answers("on t: A", "A at=9", "A at=5.999 from=1", "A at=6 from=1"))
                .containsExactly("6s t=[4]", "9s t=[2]");
    }

    @Test
    void whatIsMissingComparesWithNothing() {
        assertThat(answers("on t: A[v != 1]", "A at=0", "A v=2 at=1")).containsExactly("1s t=[3]");
        assertThat(answers("on t: A[not (v == 1)]", "A at=0")).containsExactly("0s t=[2]");
        assertThat(answers("on t: A[v + 1 is missing]", "A at=0")).containsExactly("0s t=[2]");
    }

    @Test
    void eachKeyHasAnEngineOfItsOwn() {
        assertThat(answers("by k match a: A then b: B", "A k=x at=0", "B k=y at=1", "B at=2", "B k=x at=3"))
                .containsExactly("3s a=[2] b=[5]");
        assertThat(answers("by d match a: A then b: B", "A d=1.0 at=0", "B d=1.00 at=1"))
                .containsExactly("1s a=[2] b=[3]");
    }

    private static List<String> answers(String clauses, String... events) {
        boolean once = events[0].startsWith("once");
        String alert = "\n alert \"!\"\n " + (once ? events[0] : "");
        RuleSetPlan plan = Trial.plan(TYPES + "rule r {\n " + clauses + alert + "\n}\n");
        List<String> lines = List.of(events).subList(once ? 1 : 0, events.length);
        List<SeenEvent> stream = EventLines.parse(plan.events(), String.join("\n", lines));
        return Oracle.standing(plan, stream, Long.MAX_VALUE).stream()
                .sorted((a, b) -> Long.compare(a.atNanos(), b.atNanos()))
                .map(standing -> Seconds.text(standing.atNanos())
                        + " "
                        + String.join(
                                " ",
                                standing.matched().stream()
                                        .map(Object::toString)
                                        .toList()))
                .toList();
    }
}
