package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import org.junit.jupiter.api.Test;

/** {@code then not X within D} at the end: time alone completes a match. */
class DeadlineTest {

    private static final String UNPAID = Letters.match("a: A then not B within 5s");

    @Test
    void itFiresOnceTimeIsLaterThanTheDeadline() {
        Letters letters = Letters.of(UNPAID);
        assertThat(letters.matches("A@0")).isEmpty();
        assertThat(letters.matchesAt(5)).isEmpty();
        assertThat(letters.matchesAt(6)).containsExactly("+ r a=A1");
        assertThat(letters.matchesAt(100)).isEmpty();
    }

    @Test
    void anEventOfAnotherKeyMovesTimeOn() {
        assertThat(Letters.of(UNPAID).matches("A/x@0 C/y@5 A/y@5.1")).containsExactly("+ r a=A1");
    }

    @Test
    void whatComesAtTheDeadlineIsStillInTime() {
        Letters letters = Letters.of(UNPAID);
        assertThat(letters.matches("A@0 B@5 C@9")).isEmpty();
        assertThat(Letters.of(UNPAID).matches("A@0 B@5.1 C@9")).containsExactly("+ r a=A1");
    }

    @Test
    void eachEventTakenMovesTheDeadline() {
        Letters letters = Letters.of("rule r { by k match a: A+ then not B within 5s within 1m alert \"hit\" }");
        assertThat(letters.matches("A@0 A@4 A@8")).isEmpty();
        assertThat(letters.matchesAt(13)).isEmpty();
        assertThat(letters.matchesAt(14)).containsExactly("+ r a=A1+A2+A3");
    }

    @Test
    void anEventLaterThanTheDeadlineIsNotTaken() {
        Letters letters = Letters.of("rule r { by k match a: A+ then not B within 5s within 1m alert \"hit\" }");
        assertThat(letters.matches("A@0 A@6")).containsExactly("+ r a=A1");
    }

    @Test
    void withinBoundsTheMatchedEventsOnly() {
        Letters letters =
                Letters.of("rule r { by k match a: A then c: C then not B within 50s within 5s alert \"hit\" }");
        assertThat(letters.matches("A@0 C@5")).isEmpty();
        assertThat(letters.matchesAt(56)).containsExactly("+ r a=A1 c=C2");
    }

    @Test
    void aLateEventRetractsAnAlertOfAbsence() {
        Letters letters = Letters.of(UNPAID);
        assertThat(letters.matches("A@0")).isEmpty();
        // A clock tick makes no event late: B is put in its place.
        assertThat(letters.matchesAt(6)).containsExactly("+ r a=A1");
        assertThat(letters.matches("B@3")).containsExactly("- r a=A1");
    }

    @Test
    void aLateEventMayMoveTheDeadline() {
        Letters letters = Letters.of("rule r { by k match a: A+ then not B within 5s within 1m alert \"hit\" }");
        letters.send("A@0");
        assertThat(letters.matchesAt(6)).containsExactly("+ r a=A1");
        assertThat(letters.matches("A@3")).containsExactly("- r a=A1");
        assertThat(letters.matchesAt(9)).containsExactly("+ r a=A1+A2");
    }

    @Test
    void theSlowestSourceHoldsDeadlinesBack() {
        Letters letters = Letters.of(UNPAID);
        assertThat(letters.matches("A@0 C@1#1 A@9")).isEmpty();
        assertThat(letters.matches("C@5#1")).isEmpty();
        assertThat(letters.matches("C@5.1#1")).containsExactly("+ r a=A1");
    }

    @Test
    void deadlinesAreInTheOrderOfTheirTimesThenOfTheirStarts() {
        assertThat(Letters.of(UNPAID).matches("A/y@0 A/x@1 A/z@1 A/w@20"))
                .containsExactly("+ r a=A1", "+ r a=A2", "+ r a=A3");
    }

    @Test
    void matchesOfOneTimeEachHaveTheirOwnDeadline() {
        Letters letters = Letters.of(UNPAID);
        assertThat(letters.matches("A@0 A@0")).isEmpty();
        assertThat(letters.matchesAt(6)).containsExactly("+ r a=A1", "+ r a=A2");
    }

    @Test
    void aMessageShowsWindowsAsTheyWereAtTheLastEvent() {
        Letters letters =
                Letters.of("rule r { by k match a: A then not B within 5s alert \"{count(A) over 10s}\" overlapping }");
        assertThat(letters.messages("A@0 A@1 A@2 C@9 A@9")).containsExactly("+ 1", "+ 2", "+ 3");
    }
}
