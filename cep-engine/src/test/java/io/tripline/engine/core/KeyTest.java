package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.OutcomeText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys of all types and of several parts. */
class KeyTest {

    private final EngineDriver driver = EngineDriver.of("""
            event X { id string @id  at timestamp @time  s string?  n int?  d decimal?  e enum(red, blue)? }
            event Y { e enum(red, blue)?  d decimal?  n int?  s string?  id string @id  at timestamp @time }
            rule r { by s, n, d, e match x: X then y: Y alert "{s}/{n}/{d}/{e}" }
            """);
    private int second;

    private List<String> send(String type, String s, int n, String d, String e) {
        second++;
        return OutcomeText.messages(driver.send(
                0,
                type,
                Map.of("id", "" + second, "at", Instant.ofEpochSecond(second), "s", s, "n", n, "d", d, "e", e)));
    }

    @Test
    void allPartsMustAgreeAcrossTypes() {
        send("X", "a", 1, "1.50", "red");
        assertThat(send("Y", "b", 1, "1.5", "red")).isEmpty();
        assertThat(send("Y", "a", 2, "1.5", "red")).isEmpty();
        assertThat(send("Y", "a", 1, "1.51", "red")).isEmpty();
        assertThat(send("Y", "a", 1, "1.5", "blue")).isEmpty();
        assertThat(send("Y", "a", 1, "1.5", "red")).containsExactly("+ a/1/1.5/red");
    }

    @Test
    void oneMissingPartIsAMissingKey() {
        driver.send(0, "X", Map.of("id", "1", "at", Instant.EPOCH, "s", "a"));
        assertThat(driver.statistics().missingKeyEvents()).isEqualTo(1);
        assertThat(driver.statistics().keys()).isZero();
    }

    @Test
    void textsOfSeveralPartsDoNotRunTogether() {
        EngineDriver two = EngineDriver.of("""
                event X { id string @id  at timestamp @time  s string  t string }
                rule r { by s, t on x: X when count(X) over 1h > 1 alert "hit" }
                """);
        two.send(0, "X", Map.of("id", "1", "at", Instant.EPOCH, "s", "ab", "t", "c"));
        assertThat(two.send(0, "X", Map.of("id", "2", "at", Instant.EPOCH, "s", "a", "t", "bc")))
                .isEmpty();
        assertThat(two.statistics().keys()).isEqualTo(2);
    }

    @Test
    void textsOfAllLengthsAreKeysOfTheirOwn() {
        EngineDriver one = EngineDriver.of("""
                event X { s string  id string @id  at timestamp @time }
                rule r { by s on x: X when count(X) over 1h > 1 alert "{s}" }
                """);
        String letters = "abcdefghijklmnopqrstuvwxyz";
        for (int round = 0; round < 2; round++) {
            for (int length = 0; length <= 20; length++) {
                String last = letters.substring(0, Math.max(0, length - 1)) + (length > 0 ? "!" : "");
                for (String text : length == 0 ? List.of("") : List.of(letters.substring(0, length), last)) {
                    Map<String, Object> values = Map.of("id", round + text, "at", Instant.EPOCH, "s", text);
                    assertThat(OutcomeText.messages(one.send(0, "X", values)))
                            .isEqualTo(round == 0 ? List.of() : List.of("+ " + text));
                }
            }
        }
        assertThat(one.statistics().keys()).isEqualTo(41);
    }
}
