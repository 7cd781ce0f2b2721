package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import org.junit.jupiter.api.Test;

/** What an engine keeps is bounded. */
class BoundsTest {

    @Test
    void pastTheLimitTheOldestPartialMatchesAreDroppedAndCounted() {
        Letters letters = Letters.with(
                new EngineDriver(1, EngineLimits.DEFAULT.withPartialMatches(2, 1_000_000)),
                "0s",
                Letters.match("a: A then b: B[v == a.v] within 1h"));
        letters.send("A1 A2 A3");
        assertThat(letters.driver().statistics().partialMatches()).isEqualTo(2);
        assertThat(letters.driver().statistics().droppedPartialMatches()).isEqualTo(1);
        assertThat(letters.matches("B1 B2")).containsExactly("+ r a=A2 b=B5");
    }

    @Test
    void oneKeysLimitIsNotAnothers() {
        Letters letters = Letters.with(
                new EngineDriver(1, EngineLimits.DEFAULT.withPartialMatches(2, 1_000_000)),
                "0s",
                Letters.match("a: A then b: B within 1h"));
        letters.send("A/x A/y A/x A/y");
        assertThat(letters.driver().statistics().droppedPartialMatches()).isZero();
        assertThat(letters.driver().statistics().partialMatches()).isEqualTo(4);
    }

    @Test
    void keysWhoseTimeHasPassedAreForgotten() {
        Letters letters = Letters.of("rule r { by k on a: A when count(A) over 10s > 1 alert \"hit\" }");
        for (int i = 0; i < 10_000; i++) {
            letters.send("A/key-" + i + "@" + i);
        }
        // 11 keys are within the window; the hand comes by each of the others within a round or two.
        assertThat(letters.driver().statistics().keys()).isLessThan(100);
    }

    @Test
    void keysWithEventsThatMayStillChangeAreKept() {
        Letters letters = Letters.late("1h", Letters.match("a: A then b: B within 10s"));
        letters.send("A/x@0");
        for (int i = 0; i < 1_000; i++) {
            letters.send("A/key-" + i + "@" + i);
        }
        assertThat(letters.matches("B/x@5")).containsExactly("+ r a=A1 b=B1002");
    }

    @Test
    void aMatchWithoutWithinIsNeverForgotten() {
        Letters letters = Letters.of(Letters.match("a: A then b: B"));
        letters.send("A/x@0");
        for (int i = 1; i < 1_000; i++) {
            letters.send("A/y@" + i * 86_400);
        }
        assertThat(letters.matches("B/x@86400000")).containsExactly("+ r a=A1 b=B1001");
    }

    @Test
    void aSourceThatHasGoneAwayDoesNotHoldThePastOpenForEver() {
        Letters letters = Letters.with(
                new EngineDriver(1, EngineLimits.DEFAULT.withIdleSourceInputs(10)),
                "0s",
                Letters.match("a: A then b: B within 10s"));
        letters.send("A/x@0#1");
        for (int i = 0; i < 12; i++) {
            letters.send("A/y@" + (100 + i));
        }
        assertThat(letters.matches("B/x@1#1")).containsExactly("late B14");
    }
}
