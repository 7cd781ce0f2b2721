package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a rule's meter shows. */
class MeterTest {

    private static final String RULES = """
            event S { k string?  note string  at timestamp @time }
            rule pair { by k match a: A[v > 1] then b: B within 10s alert "pair" }
            rule tell { by k on a: A[v > 5] emit S { k: a.k, note: text(a.v) } }
            rule broken { by k on c: C emit S { note: text(c.v) } }
            decision any on A { else allow }
            """;

    private static Letters letters(int partitions) {
        Letters letters = Letters.with(new EngineDriver(partitions, EngineLimits.DEFAULT), "0s", RULES);
        letters.send("A1/x A2/x B/x B/y A2/y A2/z A6/x C/x A2/-");
        return letters;
    }

    @Test
    void countsWhatARuleWasAskedAboutAndWhatCameOfIt() {
        for (int partitions = 1; partitions < 4; partitions++) {
            EngineDriver driver = letters(partitions).driver();
            RuleMeter pair = driver.meter("pair");
            assertThat(pair.events())
                    .as("the index leaves out what is too small")
                    .isEqualTo(6);
            assertThat(pair.conditionsMet()).isEqualTo(6);
            assertThat(pair.matches()).isEqualTo(1);
            assertThat(pair.lastMatchNanos()).isEqualTo(OptionalLong.of(1_800_000_003_000_000_000L));
            assertThat(pair.partialMatches()).isEqualTo(3);
            assertThat(pair.keys()).isEqualTo(3);
            assertThat(driver.meter("tell").matches()).isEqualTo(1);
            assertThat(driver.meter("broken").refusedEffects()).isEqualTo(1);
            assertThat(driver.meter("any").matches()).isEqualTo(6);
        }
    }

    @Test
    void whatTheKeysTakeIsEstimatedFromSomeOfThem() {
        Letters letters = Letters.of("""
                rule counted { by k on a: A when count(A) over 1h > 5 alert "counted" }
                rule filtered { by k on a: A[v > 100] alert "filtered" }
                """);
        for (int i = 0; i < 300; i++) {
            letters.send("A1/key-" + i);
        }
        long one = letters.driver().meter("counted").stateBytes() / 300;
        assertThat(one).isBetween(5L, 100L);
        assertThat(letters.driver().meter("filtered").stateBytes()).isZero();
        for (int i = 0; i < 3_000; i++) {
            letters.send("A1/key-" + i % 300);
        }
        for (int reading = 0; reading < 30; reading++) {
            assertThat(letters.driver().meter("counted").keys()).isEqualTo(300);
        }
        assertThat(letters.driver().meter("counted").stateBytes()).isGreaterThan(300 * one * 3 / 2);
    }

    @Test
    void aNewVersionBeginsToCountAnew() {
        Letters letters = letters(1);
        letters.rules(RULES.replace("v > 1", "v > 2"));
        assertThat(letters.driver().meter("pair").matches()).isZero();
        assertThat(letters.driver().meter("tell").matches()).isEqualTo(1);
    }
}
