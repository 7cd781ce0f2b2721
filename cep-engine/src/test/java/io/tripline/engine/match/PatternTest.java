package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which matches there are, as the language says under "Which matches". */
class PatternTest {

    private static List<String> matches(String pattern, String events) {
        return Letters.of(Letters.match(pattern)).matches(events);
    }

    @Test
    void oneStepMatchesEachEventThatFits() {
        assertThat(matches("a: A", "A B A")).containsExactly("+ r a=A1", "+ r a=A3");
    }

    @Test
    void aSequencePassesOverWhatFitsNoOpenStep() {
        assertThat(matches("a: A then b: B", "B A C A B B")).containsExactly("+ r a=A2 b=B5");
    }

    @Test
    void theFirstEventThatFitsIsTaken() {
        assertThat(matches("a: A then b: B[v > 1] then c: C", "A B1 B2 B3 C")).containsExactly("+ r a=A1 b=B3 c=C5");
    }

    @Test
    void everyEventThatFitsTheFirstStepStartsAMatchOfItsOwn() {
        assertThat(matches("a: A then b: B[v > a.v]", "A9 A1 B5")).containsExactly("+ r a=A2 b=B3");
    }

    @Test
    void ofSeveralStartsThatCompleteOnOneEventTheEarliestIsReported() {
        assertThat(matches("a: A then b: B", "A A A B")).containsExactly("+ r a=A1 b=B4");
    }

    @Test
    void afterAMatchEverythingThatStartedUpToItsLastEventIsDropped() {
        // A2 waits for a B above 5 when A3 completes; B5 would complete it if it were still there.
        assertThat(matches("a: A then b: B[v > a.v]", "A1 A5 B3 B9 A1 B2"))
                .containsExactly("+ r a=A1 b=B3", "+ r a=A5 b=B6");
    }

    @Test
    void theLastEventOfAMatchStartsNoOther() {
        assertThat(matches("a: A then b: A", "A A A A A")).containsExactly("+ r a=A1 b=A2", "+ r a=A3 b=A4");
    }

    @Test
    void keysDoNotSeeEachOther() {
        assertThat(matches("a: A then b: B", "A/x A/y B/y B/x")).containsExactly("+ r a=A2 b=B3", "+ r a=A1 b=B4");
    }

    @Test
    void withoutAKeyThereIsOne() {
        Letters letters = Letters.of("rule r { match a: A then b: B alert \"hit\" }");
        assertThat(letters.matches("A/x B/y A/- B/-")).containsExactly("+ r a=A1 b=B2", "+ r a=A3 b=B4");
    }

    @Test
    void anEventWithoutTheKeyIsNotSeenButCounted() {
        Letters letters = Letters.of(Letters.match("a: A then b: B"));
        assertThat(letters.matches("A B/- B")).containsExactly("+ r a=A1 b=B3");
        assertThat(letters.driver().statistics().missingKeyEvents()).isEqualTo(1);
    }

    @Test
    void withinHoldsFromTheFirstEventToTheLastInclusive() {
        assertThat(matches("a: A then b: B within 10s", "A@0 B@10")).containsExactly("+ r a=A1 b=B2");
        assertThat(matches("a: A then b: B within 10s", "A@0 B@10.000000001")).isEmpty();
        assertThat(matches("a: A then b: B within 10s", "A@0 A@5 B@12")).containsExactly("+ r a=A2 b=B3");
    }

    @Test
    void withinIsForTheWholeMatchNotForAGap() {
        assertThat(matches("a: A then b: B then c: C within 10s", "A@0 B@8 C@11"))
                .isEmpty();
    }

    @Test
    void eventsOfOneTimeFollowEachOtherInTheOrderOfTheJournal() {
        assertThat(matches("a: A then b: B", "A@5 B@5")).containsExactly("+ r a=A1 b=B2");
        assertThat(matches("a: A then b: B", "B@5 A@5")).isEmpty();
    }

    @Test
    void aConditionMaySeeEarlierSteps() {
        assertThat(matches("a: A then b: B[v == a.v]", "A1 A2 B3 B2")).containsExactly("+ r a=A2 b=B4");
    }

    @Test
    void aComparisonWithAMissingValueIsFalse() {
        assertThat(matches("a: A then b: B[v != a.v]", "A B1")).isEmpty();
        assertThat(matches("a: A then b: B[v != a.v]", "A1 B")).isEmpty();
        assertThat(matches("a: A then b: B[v is missing]", "A1 B2 B")).containsExactly("+ r a=A1 b=B3");
        assertThat(matches("a: A then b: B[not (v > 1)]", "A1 B2 B")).containsExactly("+ r a=A1 b=B3");
    }
}
