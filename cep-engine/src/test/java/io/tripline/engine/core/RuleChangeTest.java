package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing the rule set between events. */
class RuleChangeTest {

    private static final String AB = "rule ab { by k match a: A then b: B alert \"hit\" }\n";
    private static final String AC = "rule ac { by k match a: A then c: C alert \"hit\" }\n";

    @Test
    void anUnchangedRuleKeepsItsState() {
        Letters letters = Letters.of(AB);
        letters.send("A");
        letters.rules(AB + AC);
        assertThat(letters.matches("B C")).containsExactly("+ ab a=A1 b=B2");
    }

    @Test
    void aChangedRuleStartsEmpty() {
        Letters letters = Letters.of(AB);
        letters.send("A");
        letters.rules(AB.replace("hit", "changed"));
        assertThat(letters.messages("B A B")).containsExactly("+ changed");
    }

    @Test
    void aRuleThatIsGoneVanishes() {
        Letters letters = Letters.of(AB + AC);
        letters.send("A");
        letters.rules(AC);
        assertThat(letters.matches("B C")).containsExactly("+ ac a=A1 c=C3");
        assertThat(letters.driver().statistics().partialMatches()).isZero();
    }

    @Test
    void aRuleThatComesBackStartsEmpty() {
        Letters letters = Letters.of(AB);
        letters.send("A");
        letters.rules("");
        letters.rules(AB);
        assertThat(letters.matches("B A B")).containsExactly("+ ab a=A3 b=B4");
    }

    @Test
    void typesMayGetOtherNumbersUnderARuleThatIsKept() {
        String types = """
                event M { id string @id  k string  v int  at timestamp @time } late after 1m
                event N { id string @id  k string  at timestamp @time } late after 1m
                """;
        String rule = "rule r { by k match m: M then n: N within 1h alert \"{m.v} {k} {count(M) over 1h}\" }";
        EngineDriver driver = EngineDriver.of(types + rule);
        driver.send(0, "M", values("m1", 5, 0));
        driver.rules("event A { id string @id  at timestamp @time }\n" + types + rule);
        driver.send(0, "A", Map.of("id", "a", "at", Instant.ofEpochSecond(1)));
        driver.send(0, "M", values("m2", 4, 10));
        assertThat(OutcomeText.messages(driver.send(0, "N", values("n", 0, 20))))
                .containsExactly("+ 5 k 2");
        assertThat(OutcomeText.messages(driver.send(0, "M", values("m3", 4, 9))))
                .containsExactly("~ 5 k 3");
    }

    private static Map<String, Object> values(String id, int v, int second) {
        return Map.of("id", id, "k", "k", "v", v, "at", Instant.ofEpochSecond(second));
    }

    @Test
    void timeGoesOnAcrossAChange() {
        Letters letters = Letters.of(AB);
        letters.send("A@10");
        letters.rules(AC);
        assertThat(letters.matches("A@9")).containsExactly("late A2");
    }
}
