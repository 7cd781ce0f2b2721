package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alternatives, any order, and what ends a repetition. */
class GroupTest {

    private static List<String> matches(String pattern, String events) {
        return Letters.of(Letters.match(pattern)).matches(events);
    }

    @Test
    void eachAlternativeIsOpen() {
        assertThat(matches("a: A then (b: B or c: C) then d: D", "A C B D")).containsExactly("+ r a=A1 c=C2 d=D4");
        assertThat(matches("(a: A or b: B then c: C) then d: D", "B C D")).containsExactly("+ r b=B1 c=C2 d=D3");
    }

    @Test
    void theLeftAlternativeIsPreferred() {
        assertThat(matches("(a: A[v > 1] or b: A) then c: C", "A2 C")).containsExactly("+ r a=A1 c=C2");
        assertThat(matches("(a: A[v > 2] or b: A) then c: C", "A2 C")).containsExactly("+ r b=A1 c=C2");
    }

    @Test
    void membersComeInAnyOrder() {
        assertThat(matches("(a: A and b: B and c: C) then d: D", "C A B D")).containsExactly("+ r a=A2 b=B3 c=C1 d=D4");
        assertThat(matches("(a: A and b: B) then d: D", "A D B D")).containsExactly("+ r a=A1 b=B3 d=D4");
    }

    @Test
    void aMemberWithACountIsFinishedOnceBegun() {
        assertThat(matches("(a: A{2} and b: B) then d: D", "A B A B D")).containsExactly("+ r a=A1+A3 b=B4 d=D5");
    }

    @Test
    void aMemberThatMayBeEmptyMayBeLeftOut() {
        assertThat(matches("(a: A and b: B?) then d: D", "A D")).containsExactly("+ r a=A1 d=D2");
        assertThat(matches("(a: A and b: B?) then d: D", "B A D")).containsExactly("+ r a=A2 b=B1 d=D3");
    }

    @Test
    void theMemberWrittenFirstIsPreferredForTheEarlierEvent() {
        assertThat(matches("(a: A and b: A) then d: D", "A A D")).containsExactly("+ r a=A1 b=A2 d=D3");
    }

    @Test
    void anEventUntilWhichARepetitionGoesIsNotTakenByIt() {
        assertThat(matches("a: A{1,9} until v > 5 then c: C", "A1 A2 A9 A3 C"))
                .as("A4 starts another match later on")
                .containsExactly("+ r a=A1+A2 c=C5");
        assertThat(matches("a: A{1,9} until v > 5 then b: A then c: C", "A1 A9 C"))
                .containsExactly("+ r a=A1 b=A2 c=C3");
    }

    @Test
    void belowTheMinimumUntilClosesTheWay() {
        assertThat(matches("b: B then a: A{2,9} until v > 5 then c: C", "B A1 A9 A2 A3 C"))
                .isEmpty();
        assertThat(matches("b: B then a: A{0,9} until v > 5 then c: C", "B A9 A1 C"))
                .containsExactly("+ r b=B1 c=C4");
    }

    @Test
    void untilGivesUpAnUnfinishedRound() {
        assertThat(matches("(a: A then b: B){1,9} until v > 5 then c: C", "A B A B9 B C"))
                .containsExactly("+ r a=A1 b=B2 c=C6");
    }

    @Test
    void aReluctantRepetitionPrefersFewerRounds() {
        assertThat(matches("a: A{1,3} then b: A then c: C", "A A A C")).containsExactly("+ r a=A1+A2 b=A3 c=C4");
        assertThat(matches("a: A{1,3} reluctant then b: A then c: C", "A A A C"))
                .containsExactly("+ r a=A1 b=A2 c=C4");
    }

    @Test
    void groupsRepeat() {
        assertThat(matches("(a: A then b: B){2} then c: C", "A B C A B C")).containsExactly("+ r a=A1+A4 b=B2+B5 c=C6");
    }

    @Test
    void anEventThatFitsTheWayOutClosesItForTheRoundThatGoesOn() {
        // B5 is the round's second event, or the step behind: who goes on with the round cannot leave it any more.
        assertThat(matches("(a: A then b: B then d: D){1,2} then e: B then c: C", "A B D A B B D C"))
                .containsExactly("+ r a=A1 b=B2 d=D3 e=B5 c=C8");
    }

    @Test
    void previousIsTheEventBeforeTheLatest() {
        assertThat(matches("a: A{3} then b: B[v == prev(a.v)]", "A1 A2 A3 B2")).containsExactly("+ r a=A1+A2+A3 b=B4");
        assertThat(matches("a: A[prev(a.v) is missing or v > prev(a.v)]{3}", "A1 A3 A2 A4"))
                .as("in the step's own condition, the latest one taken")
                .containsExactly("+ r a=A1+A2+A4");
    }
}
