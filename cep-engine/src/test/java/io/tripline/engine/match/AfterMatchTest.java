package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import org.junit.jupiter.api.Test;

/** What becomes of other partial matches, and {@code final}. */
class AfterMatchTest {

    private static Letters rule(String clauses) {
        return Letters.of("rule r { by k match " + clauses + " alert \"hit\" }");
    }

    @Test
    void overlappingReportsEveryStartOnce() {
        assertThat(rule("a: A then b: B overlapping").matches("A A B B"))
                .containsExactly("+ r a=A1 b=B3", "+ r a=A2 b=B3");
    }

    @Test
    void skipToGoesOnFromAnEventOfTheMatch() {
        assertThat(rule("a: A then b: A then c: A skip to first b").matches("A A A A"))
                .containsExactly("+ r a=A1 b=A2 c=A3", "+ r a=A2 b=A3 c=A4");
        assertThat(rule("a: A then b: A then c: A skip to last c").matches("A A A A A"))
                .containsExactly("+ r a=A1 b=A2 c=A3", "+ r a=A3 b=A4 c=A5");
        assertThat(rule("a: A then b: A then c: A").matches("A A A A A A"))
                .containsExactly("+ r a=A1 b=A2 c=A3", "+ r a=A4 b=A5 c=A6");
    }

    @Test
    void overlappingWithAnyDropsNothing() {
        assertThat(rule("a: A then any b: B overlapping").matches("A B B"))
                .containsExactly("+ r a=A1 b=B2", "+ r a=A1 b=B3");
    }

    @Test
    void finalWaitsUntilTimeHasPassedTheLastEvent() {
        Letters letters = rule("a: A then b: B final");
        assertThat(letters.matches("A@0 B@1")).isEmpty();
        assertThat(letters.matches("C@1")).isEmpty();
        assertThat(letters.matches("C@1.1")).containsExactly("+ r a=A1 b=B2");
    }

    @Test
    void finalLetsARepetitionGoOnToTheEndOfItsTime() {
        Letters letters = rule("a: A{2,} within 10s final");
        assertThat(letters.matches("A@0 A@1 A@10")).isEmpty();
        assertThat(letters.matchesAt(10)).isEmpty();
        assertThat(letters.matchesAt(11)).containsExactly("+ r a=A1+A2+A3");
    }

    @Test
    void finalDoesNotWaitForWhatCannotGoOn() {
        Letters letters = rule("a: A{1,2} within 10s final");
        assertThat(letters.matches("A@0 A@1 C@2")).containsExactly("+ r a=A1+A2");
    }
}
