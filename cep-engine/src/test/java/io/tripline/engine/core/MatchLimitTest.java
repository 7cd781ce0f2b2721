package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.event.ByteHash;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule has a limit on partial matches in all, shared by the slices of its keys. */
class MatchLimitTest {

    private static final int SHARE = 3;
    private static final EngineLimits LIMITS = EngineLimits.DEFAULT.withPartialMatches(1, SHARE * Partition.SLICES);
    private static final String EVENTS = """
            event A { k int  at timestamp @time } late after 10s
            event B { k int  at timestamp @time } late after 10s
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void thoseThatBeganFirstGoFromEachSlice(int partitions) {
        EngineDriver driver = driver(partitions, "rule r { by k match a: A then b: B alert \"{k}\" }");
        int keys = 5_000;
        Map<Integer, TreeSet<Long>> newest = new TreeMap<>();
        for (long k = 0; k < keys; k++) {
            send(driver, "A", k, k);
            TreeSet<Long> ofSlice = newest.computeIfAbsent(Partition.slice(ByteHash.mix(k)), slice -> new TreeSet<>());
            ofSlice.add(k);
            if (ofSlice.size() > SHARE) {
                ofSlice.pollFirst();
            }
        }
        TreeSet<Long> left = new TreeSet<>();
        newest.values().forEach(left::addAll);
        assertThat(driver.statistics().partialMatches()).isEqualTo(left.size());
        assertThat(driver.statistics().droppedPartialMatches()).isEqualTo(keys - left.size());

        List<Long> matched = new ArrayList<>();
        for (long k = 0; k < keys; k++) {
            matched.addAll(firedKeys(send(driver, "B", k, keys + k)));
        }
        assertThat(matched).containsExactlyElementsOf(left);
        assertThat(driver.statistics().partialMatches()).isZero();
    }

    /** Partial matches that are out of time are found by chance; whether they have been must not matter. */
    @ParameterizedTest
    @CsvSource({
        "1, 'a: A then b: B within 3000s'",
        "2, 'a: A then b: B within 3000s'",
        "3, 'a: A then b: B then c: A within 4000s'",
        "4, 'a: A then any b: A then any c: B within 2000s'",
        "5, 'a: A then not B within 2000s'",
        "6, 'a: A{2,3} then b: B within 3000s final'"
    })
    void theNumberOfPartitionsChangesNothing(long seed, String pattern) {
        String rule = "rule r { by k match " + pattern + " alert \"{k}\" }";
        EngineLimits limits = LIMITS.withPartialMatches(2, SHARE * Partition.SLICES);
        List<String> one = run(new EngineDriver(1, limits), rule, seed);
        assertThat(one).hasSizeGreaterThan(20);
        assertThat(run(new EngineDriver(3, limits), rule, seed)).isEqualTo(one);
        assertThat(run(new EngineDriver(5, limits), rule, seed)).isEqualTo(one);
        List<String> unlimited = run(new EngineDriver(1, EngineLimits.DEFAULT), rule, seed);
        assertThat(unlimited).isNotEqualTo(one);
    }

    private static List<String> run(EngineDriver driver, String rule, long seed) {
        driver.rules(EVENTS + rule);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            String type = random.nextInt(4) == 0 ? "B" : "A";
            long late = random.nextInt(5) == 0 ? random.nextInt(10) : 0;
            send(driver, type, random.nextInt(2_500), 10 + i - late).forEach(each -> outcomes.add(each.toString()));
        }
        return outcomes;
    }

    private static EngineDriver driver(int partitions, String rule) {
        EngineDriver driver = new EngineDriver(partitions, LIMITS);
        driver.rules(EVENTS + rule);
        return driver;
    }

    private static List<Outcome> send(EngineDriver driver, String type, long key, long seconds) {
        return driver.send(0, type, Map.of("k", BigDecimal.valueOf(key), "at", Instant.ofEpochSecond(seconds)));
    }

    private static List<Long> firedKeys(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> Long.valueOf(((Outcome.Fired) outcome).alert().message()))
                .toList();
    }
}
