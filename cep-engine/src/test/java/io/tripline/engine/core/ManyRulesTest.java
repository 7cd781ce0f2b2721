package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rules in one engine give what each gives in an engine of its own; the seed is the test's name. */
class ManyRulesTest {

    private static final int EVENTS = 300;
    private static final int CHANGES = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ofAFewRules(long seed) {
        compare(new SplittableRandom(seed), 12);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void ofMoreThanOneLayerHas(long seed) {
        compare(new SplittableRandom(seed), 400);
    }

    private static void compare(SplittableRandom random, int count) {
        Map<String, String> rules = new TreeMap<>();
        Letters together = letters("");
        Map<String, Letters> alone = new TreeMap<>();
        for (int change = 0; change < CHANGES; change++) {
            change(rules, random, change == 0 ? count : 1 + random.nextInt(count / 2), count);
            together.rules(String.join("", rules.values()));
            rules.keySet().forEach(name -> alone.computeIfAbsent(name, one -> missingChanges(together)));
            alone.forEach((name, letters) -> letters.rules(rules.getOrDefault(name, "")));
            String events = String.join(" ", events(random));
            List<Outcome> each = new ArrayList<>();
            alone.values().forEach(letters -> each.addAll(letters.send(events)));
            each.sort((a, b) -> a.sequence() != b.sequence()
                    ? Long.compare(a.sequence(), b.sequence())
                    : OutcomeOrder.INSTANCE.compare(a, b));
            assertThat(texts(together.send(events))).hasSizeGreaterThan(10).isEqualTo(texts(each));
        }
        long missing = alone.values().stream()
                .mapToLong(letters -> letters.driver().statistics().missingKeyEvents())
                .sum();
        assertThat(together.driver().statistics().missingKeyEvents()).isEqualTo(missing);
    }

    private static List<String> texts(List<Outcome> outcomes) {
        return outcomes.stream().map(OutcomeText::full).toList();
    }

    private static Letters letters(String rules) {
        return Letters.with(new EngineDriver(1, EngineLimits.DEFAULT), "0s", rules);
    }

    /** An engine that has seen no rule, but as many changes and events as the other. */
    private static Letters missingChanges(Letters other) {
        Letters letters = letters("");
        for (long behind = other.driver().sequence() - 1;
                behind > letters.driver().sequence(); ) {
            letters.rules("");
        }
        return letters;
    }

    private static void change(Map<String, String> rules, SplittableRandom random, int times, int count) {
        for (int i = 0; i < times; i++) {
            String name = "r" + (1_000 + (rules.size() < count ? rules.size() : random.nextInt(count)));
            if (rules.containsKey(name) && random.nextInt(3) == 0) {
                rules.remove(name);
            } else {
                rules.put(name, "rule " + name + " { " + rule(random) + " alert \"" + random.nextInt(100) + "\" }\n");
            }
        }
    }

    private static String rule(SplittableRandom random) {
        int v = random.nextInt(9);
        int w = random.nextInt(9);
        return switch (random.nextInt(9)) {
            case 0 -> "on a: A[v == " + v + "]";
            case 1 -> "on a: A[v > " + v + "] when k == \"x\" or k == \"y\" and v < " + (v + 3);
            case 2 -> "by k on b: B[v between " + v + " and " + (v + 2) + "] when count(B[v > " + w + "]) over 9s > 2";
            case 3 -> "by k match a: A[v > " + v + "] then b: B[v <= a.v] within 6s";
            case 4 -> "by k match a: A[v == " + v + "] then immediately b: A[v == " + w + "] within 60s";
            case 5 -> "by k match a: A[v < " + v + "] then not B[v > " + w + "] within 3s";
            case 6 -> "by k match not C[v == " + v + "] for 5s then a: A[v > " + w + "]";
            case 7 -> "by k match a: A[v > " + v + "]+ until v == " + w + " then c: C[v != 4] within 9s";
            default -> "on c: C when v in (" + v + ", " + w + ")";
        };
    }

    private static List<String> events(SplittableRandom random) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            char letter = "AABBC".charAt(random.nextInt(5));
            events.add(letter + "" + random.nextInt(9) + "/" + "xyz-".charAt(random.nextInt(4)));
        }
        return events;
    }
}
