package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What alerts say. */
class MessageTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aMessageShowsKeysStepsAggregatesAndFeatures() {
        Letters letters = Letters.of(
                "rule r { by k match a: A{2,} then b: B within 1m "
                        + "alert \"{k}: {count(a)} up to {max(a.v)}, {distinct(a.v)} different, then {b.v} after {b.at - a.at}; {count(A) over 1m}\" }");
        assertThat(letters.messages("A1@0 A7@1 A7@2 B0.50@63")).isEmpty();
        assertThat(letters.messages("A1@100 A7@101 A7@102 B0.50@140"))
                .containsExactly("+ k: 3 up to 7, 2 different, then 0.5 after 38s; 3");
    }

    @Test
    void aStepLeftEmptyIsMissing() {
        Letters letters =
                Letters.of("rule r { by k match a: A? then b: B alert \"{a.v} {count(a)} {sum(a.v)} {avg(a.v)}\" }");
        assertThat(letters.messages("B")).containsExactly("+ – 0 0 –");
    }

    @Test
    void everyTypeHasItsForm() {
        EngineDriver driver = EngineDriver.of("""
                event T {
                  id string @id  at timestamp @time
                  i int?  d decimal?  f float?  s string?  b bool?  t timestamp?  l duration?  e enum(red, blue)?
                  p ip?
                }
                rule r { on x: T alert "{i}|{d}|{f}|{s}|{b}|{t}|{l}|{e}|{p}" }
                """);
        Map<String, Object> values = new TreeMap<>(Map.of("id", "1", "at", NOON));
        assertThat(OutcomeText.messages(driver.send(0, "T", values))).containsExactly("+ –|–|–|–|–|–|–|–|–");
        values.putAll(Map.of("i", -5, "d", "12.50", "f", 0.1, "s", "käse", "b", true));
        values.putAll(Map.of(
                "t", NOON.plusMillis(250), "l", java.time.Duration.ofMinutes(90), "e", "blue", "p", "192.0.2.7"));
        assertThat(OutcomeText.messages(driver.send(0, "T", values)))
                .containsExactly("+ -5|12.5|0.1|käse|true|2026-03-01T12:00:00.250Z|1h30m|blue|192.0.2.7");
    }

    @Test
    void anAlertCarriesItsRuleKeyTimeAndEvents() {
        Letters letters =
                Letters.of("rule big \"A big one\" { severity critical by k match a: A then b: B alert \"{k}\" }");
        Outcome outcome = letters.send("A@5 B@7").get(0);
        Alert alert = ((Outcome.Fired) outcome).alert();
        assertThat(outcome.sequence()).isEqualTo(letters.driver().sequence());
        assertThat(alert.rule()).isEqualTo("big");
        assertThat(alert.title()).isEqualTo("A big one");
        assertThat(alert.severity()).hasToString("CRITICAL");
        assertThat(alert.key()).isEqualTo(Map.of("k", "k"));
        assertThat(alert.atNanos()).isEqualTo(1_800_000_007_000_000_000L);
        assertThat(alert.matched()).extracting(MatchedStep::step).containsExactly("a", "b");
        assertThat(alert.matched().get(1).events().get(0).values()).containsEntry("id", "B2");
        assertThat(alert.id()).matches("[0-9a-f]{32}");
    }

    @Test
    void anIdIsMadeOfRuleVersionKeyAndEvents() {
        String rule = Letters.match("a: A then b: B");
        String id = id(Letters.of(rule), "A B");
        assertThat(id(Letters.of(rule), "A@50 B@60")).as("the same events").isEqualTo(id);
        assertThat(id(Letters.of(rule), "A C B")).as("another event").isNotEqualTo(id);
        assertThat(id(Letters.of(rule), "A/x B/x")).as("another key").isNotEqualTo(id);
        assertThat(id(Letters.of(rule.replace("hit", "hits")), "A B"))
                .as("another version")
                .isNotEqualTo(id);
    }

    private static String id(Letters letters, String events) {
        return ((Outcome.Fired) letters.send(events).get(0)).alert().id();
    }
}
