package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.program.ProgramCompiler;
import io.tripline.engine.table.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of {@code then any} steps whose partial matches are kept all at once. */
class SharedMatchesTest {

    private static final String THREE = "a: A then any b: B then any c: C within 10s";

    @Test
    void everyCombinationIsAMatch() {
        assertThat(Letters.of(Letters.match(THREE)).matches("A B A B C"))
                .containsExactly("+ r a=A1 b=B2 c=C5", "+ r a=A1 b=B4 c=C5", "+ r a=A3 b=B4 c=C5");
    }

    @Test
    void afterAMatchEverythingIsDropped() {
        assertThat(Letters.of(Letters.match(THREE)).matches("A B C C B C A B C"))
                .containsExactly("+ r a=A1 b=B2 c=C3", "+ r a=A7 b=B8 c=C9");
    }

    @Test
    void overlappingMatchesDropNothing() {
        assertThat(Letters.of(Letters.match(THREE + " overlapping")).matches("A B C C"))
                .containsExactly("+ r a=A1 b=B2 c=C3", "+ r a=A1 b=B2 c=C4");
    }

    @Test
    void anEventIsTakenByOneStepOfAMatch() {
        assertThat(Letters.of(Letters.match("a: A then any b: A then any c: A[v > 1] overlapping within 1h"))
                        .matches("A1 A1 A2 A2"))
                .containsExactly(
                        "+ r a=A1 b=A2 c=A3", "+ r a=A1 b=A2 c=A4", "+ r a=A1 b=A3 c=A4", "+ r a=A2 b=A3 c=A4");
    }

    @Test
    void whatStartedTooLongAgoIsGone() {
        Letters letters = Letters.of(Letters.match(THREE));
        letters.send("A@0 B@1 A@5 B@6");
        assertThat(letters.matches("C@14")).containsExactly("+ r a=A3 b=B4 c=C5");
        letters.send("A@20 B@31");
        assertThat(letters.driver().statistics().partialMatches()).isZero();
    }

    @Test
    void pastTheLimitTheOldestStartsGo() {
        Letters letters = Letters.with(
                new EngineDriver(1, EngineLimits.DEFAULT.withPartialMatches(1, 1_000_000)), "0s", Letters.match(THREE));
        letters.send("A A A A A A A A A B");
        assertThat(letters.driver().statistics().droppedPartialMatches()).isZero();
        letters.send("B");
        assertThat(letters.driver().statistics().droppedPartialMatches()).isEqualTo(1);
        assertThat(letters.driver().statistics().partialMatches()).isEqualTo(10);
    }

    @Test
    void ofMoreMatchesThanTheLimitThoseThatStartedLastAreReported() {
        Letters letters = Letters.with(
                new EngineDriver(1, EngineLimits.DEFAULT.withPartialMatches(3, 1_000_000)), "0s", Letters.match(THREE));
        assertThat(letters.matches("A A B B C"))
                .containsExactly("+ r a=A1 b=B3 c=C5", "+ r a=A2 b=B3 c=C5", "+ r a=A2 b=B4 c=C5");
        assertThat(letters.driver().statistics().droppedPartialMatches()).isEqualTo(1);
        assertThat(letters.matches("A A A B C")).hasSize(3);
        assertThat(letters.driver().statistics().droppedPartialMatches()).isEqualTo(1);
        assertThat(letters.matches("A A A A A B C"))
                .containsExactly("+ r a=A13 b=B16 c=C17", "+ r a=A14 b=B16 c=C17", "+ r a=A15 b=B16 c=C17");
        assertThat(letters.driver().statistics().droppedPartialMatches()).isEqualTo(3);
    }

    /** A condition that always holds, but looks back, keeps the partial matches apart. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void sharedOrNotTheMatchesAreTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int steps = seed % 4 == 0 ? 7 : 2 + random.nextInt(3);
        String overlapping = random.nextBoolean() ? " overlapping" : "";
        StringBuilder shared = new StringBuilder();
        StringBuilder apart = new StringBuilder();
        for (int step = 0; step < steps; step++) {
            String then = step == 0 ? "" : " then any ";
            String own = "ABC".charAt(random.nextInt(3)) + "[v > " + random.nextInt(5);
            shared.append(then)
                    .append("s")
                    .append(step)
                    .append(": ")
                    .append(own)
                    .append("]");
            apart.append(then).append("s").append(step).append(": ").append(own);
            apart.append(step == 0 ? "]" : " and (s0.v > 0 or s0.v <= 0)]");
        }
        String end = overlapping + (steps > 4 ? " within 45s" : " within 12s");
        assertThat(isShared(Letters.match(shared + end))).isTrue();
        assertThat(isShared(Letters.match(apart + end))).isFalse();
        List<String> events = events(random);
        for (String lateAfter : List.of("0s", "6s")) {
            EngineLimits many = EngineLimits.DEFAULT.withPartialMatches(100_000, 1_000_000);
            Letters one = Letters.with(new EngineDriver(1, many), lateAfter, Letters.match(shared + end));
            Letters other = Letters.with(new EngineDriver(1, many), lateAfter, Letters.match(apart + end));
            int matches = 0;
            for (String event : events) {
                List<String> found = one.matches(event);
                assertThat(found).as("%s%s after %s", shared, end, event).isEqualTo(other.matches(event));
                matches += found.size();
            }
            assertThat(matches).isPositive();
        }
    }

    private static boolean isShared(String rule) {
        RuleSetPlan plan = EngineDriver.compile(Letters.declarations("0s") + rule);
        return ProgramCompiler.compile(plan.rules().get(0), new ReferenceData()).sharesMatches();
    }

    private static List<String> events(SplittableRandom random) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int second = Math.max(0, i - random.nextInt(4));
            events.add("" + "ABC".charAt(random.nextInt(3)) + random.nextInt(9) + "/" + "xy".charAt(random.nextInt(2))
                    + "@" + second);
        }
        return events.stream().collect(Collectors.toList());
    }
}
