package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.core.EffectsWalk.Given;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.OutcomeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random rules that act on each other, against a plain walk through their events that keeps everything and looks at all of it. */
class EffectsWalkTest {

    private static final int PAIRS = Integer.getInteger("tripline.effect.pairs", 300);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theEngineDoesWhatThePlainWalkDoes() {
        long first = Long.getLong("tripline.effect.seed", System.nanoTime());
        System.out.println("random effects: -Dtripline.effect.seed=" + first + " -Dtripline.effect.pairs=" + PAIRS);
        int effects = 0;
        for (long seed = first; seed < first + PAIRS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<EffectRule> rules = EffectRule.random(random);
            String text = EffectRule.text(rules);
            List<Given> events = events(random);
            List<String> expected = new EffectsWalk(rules).outcomes(events);
            List<String> actual = actual(text, events, random.nextInt(1, 4));
            assertThat(actual).as("seed %s%n%s%n%s", seed, text, events).isEqualTo(expected);
            effects += expected.size();
        }
        assertThat(effects).as("something happened").isGreaterThan(PAIRS);
    }

    private static List<Given> events(SplittableRandom random) {
        List<Given> events = new ArrayList<>();
        long seconds = 0;
        for (int i = random.nextInt(1, 25); i > 0; i--) {
            seconds += random.nextInt(4);
            String type = random.nextBoolean() ? "A" : "B";
            events.add(new Given(type, String.valueOf((char) ('x' + random.nextInt(3))), random.nextInt(6), seconds));
        }
        return events;
    }

    private static List<String> actual(String rules, List<Given> events, int partitions) {
        EngineDriver driver = new EngineDriver(partitions, EngineLimits.DEFAULT);
        driver.rules(rules);
        List<String> lines = new ArrayList<>();
        for (Given event : events) {
            Map<String, Object> values =
                    Map.of("k", event.key(), "v", (long) event.value(), "at", START.plusSeconds(event.seconds()));
            lines.addAll(OutcomeText.matched(driver.send(0, event.type(), values)));
        }
        return lines;
    }
}
