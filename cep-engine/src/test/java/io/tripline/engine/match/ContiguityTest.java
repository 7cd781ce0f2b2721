package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of the events to come a step may take: {@code then immediately}, {@code then any}, {@code then within}. */
class ContiguityTest {

    private static List<String> matches(String pattern, String events) {
        return Letters.of(Letters.match(pattern)).matches(events);
    }

    @Test
    void immediatelyIsTheVeryNextEventOfATypeThatThePatternNames() {
        assertThat(matches("a: A then immediately b: B", "A B")).containsExactly("+ r a=A1 b=B2");
        assertThat(matches("a: A then immediately b: B then c: C", "A C B C")).isEmpty();
        assertThat(matches("a: A then immediately b: B", "A D B"))
                .as("the pattern does not name D")
                .containsExactly("+ r a=A1 b=B3");
    }

    @Test
    void anEventThatFitsNothingIsStillTheNextOne() {
        assertThat(matches("a: A[v > 1] then immediately b: B", "A2 A1 B")).isEmpty();
        assertThat(matches("a: A then immediately b: B then not D then c: C", "A D B C"))
                .as("D is named by a negation")
                .isEmpty();
    }

    @Test
    void anyTakesEveryLaterEventThatFits() {
        assertThat(matches("a: A then any b: B then c: C", "A B B C"))
                .containsExactly("+ r a=A1 b=B2 c=C4", "+ r a=A1 b=B3 c=C4");
    }

    @Test
    void afterAnyEverythingThatStartedIsDropped() {
        assertThat(matches("a: A then any b: B", "A B B")).containsExactly("+ r a=A1 b=B2");
    }

    @Test
    void aRepetitionBehindAnyStillTakesWhatFits() {
        assertThat(matches("a: A then any b: B{2} then c: C", "A B B B C"))
                .containsExactly("+ r a=A1 b=B2+B3 c=C5", "+ r a=A1 b=B3+B4 c=C5");
    }

    @Test
    void roundsFollowEachOtherByTheWordBehindTheCount() {
        assertThat(matches("a: A then b: B{2} immediately then c: C", "A B A B C"))
                .isEmpty();
        assertThat(matches("a: A then b: B{2} immediately then c: C", "A B B C"))
                .containsExactly("+ r a=A1 b=B2+B3 c=C4");
        assertThat(matches("a: A then b: B{2} any then c: C", "A B B B C"))
                .containsExactly("+ r a=A1 b=B2+B3 c=C5", "+ r a=A1 b=B2+B4 c=C5");
    }

    @Test
    void theWordBeforeAGroupHoldsForItsFirstEventWhicheverStepTakesIt() {
        assertThat(matches("a: A then immediately (b: B? then c: C)", "A C")).containsExactly("+ r a=A1 c=C2");
        assertThat(matches("a: A then immediately (b: B? then c: C)", "A A C")).containsExactly("+ r a=A2 c=C3");
        assertThat(matches("a: A then immediately b: B? then c: C", "A A C"))
                .as("c follows by its own word")
                .containsExactly("+ r a=A1 c=C3");
    }

    @Test
    void aGapLimitIsForOneGapInclusive() {
        assertThat(matches("a: A then within 5s b: B then c: C", "A@0 B@5 C@90"))
                .containsExactly("+ r a=A1 b=B2 c=C3");
        assertThat(matches("a: A then within 5s b: B", "A@0 B@5.1")).isEmpty();
        assertThat(matches("a: A{1,3} then within 5s b: B", "A@0 A@4 B@8"))
                .as("from the last event taken")
                .containsExactly("+ r a=A1+A2 b=B3");
    }
}
