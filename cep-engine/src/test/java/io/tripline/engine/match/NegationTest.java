package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must not come: between steps, before a match, and after it until a deadline. */
class NegationTest {

    private static List<String> matches(String pattern, String events) {
        return Letters.of(Letters.match(pattern)).matches(events);
    }

    @Test
    void nothingForbiddenLiesStrictlyBetween() {
        assertThat(matches("a: A then not C then b: B", "A D B")).containsExactly("+ r a=A1 b=B3");
        assertThat(matches("a: A then not C then b: B", "A C B")).isEmpty();
        assertThat(matches("a: A then not B[v > 5] then b: B", "A B9"))
                .as("the event that ends the gap is taken, not forbidden")
                .containsExactly("+ r a=A1 b=B2");
    }

    @Test
    void takingAFurtherEventOpensTheWayAgain() {
        assertThat(matches("a: A{1,3} then not C then b: B", "A C A B")).containsExactly("+ r a=A1+A3 b=B4");
        assertThat(matches("a: A{2} then not C then b: B", "A C A B"))
                .as("what lies between two rounds is not in the gap")
                .containsExactly("+ r a=A1+A3 b=B4");
    }

    @Test
    void aStepLeftEmptyLengthensTheGap() {
        assertThat(matches("a: A then not D then b: B? then c: C", "A D C")).isEmpty();
        assertThat(matches("a: A then not D then b: B? then c: C", "A B D C")).containsExactly("+ r a=A1 b=B2 c=C4");
        assertThat(matches("a: A then b: B? then not D then c: C", "A D B C")).containsExactly("+ r a=A1 b=B3 c=C4");
    }

    @Test
    void whatOneAlternativeForbidsIsNotForbiddenWhereTheOtherIsLeftOut() {
        String pattern = "a: A then (b: B? then not D then c: C{0,2} or e: E?) then b2: B[v > 1]";
        assertThat(matches(pattern, "A D B2")).containsExactly("+ r a=A1 b2=B3");
    }

    @Test
    void finishingARoundNotBeginningItOpensANegationAgain() {
        String pattern = "(a: A then b: B){1,3} then not D then c: C";
        assertThat(matches(pattern, "A B D A C")).isEmpty();
        assertThat(matches(pattern, "A B D A B C")).containsExactly("+ r a=A1+A4 b=B2+B5 c=C6");
        assertThat(matches(pattern, "A B A D C")).isEmpty();
    }

    @Test
    void aSilenceBetweenStepsHasToPass() {
        String pattern = "a: A then not C for 5s then b: B";
        assertThat(matches(pattern, "A@0 B@5 B@5.1")).containsExactly("+ r a=A1 b=B3");
        assertThat(matches(pattern, "A@0 C@5 B@6")).isEmpty();
        assertThat(matches(pattern, "A@0 C@5.1 B@6")).containsExactly("+ r a=A1 b=B3");
    }

    @Test
    void withoutReachesFromTheLastEventOfAStepToTheFirstOfAnother() {
        String rule = "rule r { by k match a: A{1,3} then b: B then c: C without D between a and c alert \"hit\" }";
        assertThat(Letters.of(rule).matches("A B D C")).isEmpty();
        assertThat(Letters.of(rule).matches("A D A B C")).containsExactly("+ r a=A1+A3 b=B4 c=C5");
        String taken = "rule r { by k match a: A then b: B then c: C without B[v > 1] between a and c alert \"hit\" }";
        assertThat(Letters.of(taken).matches("A B1 C")).containsExactly("+ r a=A1 b=B2 c=C3");
        assertThat(Letters.of(taken).matches("A B2 C"))
                .as("events that the match takes forbid too")
                .isEmpty();
    }

    @Test
    void withoutIsSilentWhereAStepIsEmpty() {
        String rule = "rule r { by k match a: A? then b: B then c: C without D between a and c alert \"hit\" }";
        assertThat(Letters.of(rule).matches("B D C")).containsExactly("+ r b=B1 c=C3");
    }

    @Test
    void aMatchStartsOnlyAfterASilence() {
        String pattern = "not C for 5s then a: A then b: B";
        assertThat(matches(pattern, "A@0 B@1"))
                .as("before the first event all was silent")
                .hasSize(1);
        assertThat(matches(pattern, "C@0 A@5 B@6")).isEmpty();
        assertThat(matches(pattern, "C@0 A@5.1 B@6")).containsExactly("+ r a=A2 b=B3");
        assertThat(matches(pattern, "A@5 C@5 B@6")).as("C stands behind it").hasSize(1);
    }
}
