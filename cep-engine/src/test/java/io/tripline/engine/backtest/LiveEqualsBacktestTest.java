package io.tripline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the same range a backtest raises the alerts that the node has raised, by their ids. */
class LiveEqualsBacktestTest {

    private static final String RULES = """
            rule probed {
              by card
              match small: Payment[amount < 2]{2,}
               then hit: Payment[amount > 100]
              within 10m
              alert "{card}: {count(small)} probes, then {hit.amount}"
            }
            rule often {
              by card
              on p: Payment
              when count(Payment) over 5m > 4
              alert "{card}: {count(Payment) over 5m} payments"
              once per 10m
            }
            rule alone {
              by card
              match p: Payment[amount > 150]
               then not Payment within 2m
              alert "{card} paid {p.amount} and nothing more"
            }
            """;

    private static final String COUPLED = """
            list watched of string
            rule watch { by card  on p: Payment[amount > 150]  alert "{card} is watched now"  add p.card to watched }
            rule again { by card  on p: Payment[amount < 2]  when p.card in watched  alert "{card} again" }
            """;

    @TempDir
    Path directory;

    private RecordedHistory history;
    private long second;
    private int payments;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void withOneRuleSet(int partitions) throws InterruptedException {
        record(partitions, RULES);
        assertThat(history.alerts()).hasSizeGreaterThan(50);
        assertSame(RecordedHistory.request(new RuleSource.InForce()));
        assertSame(RecordedHistory.request(new RuleSource.AsItWas()));
        assertSame(RecordedHistory.request(new RuleSource.Files(RecordedHistory.files(RULES))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void withRulesThatChangeInBetween(int partitions) throws InterruptedException {
        record(partitions, RULES, RULES.replace("> 150", "> 120"), RULES + COUPLED, COUPLED, RULES);
        assertThat(history.alerts()).hasSizeGreaterThan(100);
        assertSame(RecordedHistory.request(new RuleSource.AsItWas()));
    }

    @Test
    void withOneOfManyRules() throws InterruptedException {
        record(2, RULES);
        BacktestRequest all = RecordedHistory.request(new RuleSource.InForce());
        BacktestRequest one = new BacktestRequest(
                all.candidate(), all.compared(), List.of("often"), all.range(), all.zone(), all.labels());
        BacktestResult result = history.run(one);
        assertThat(RecordedHistory.byId(result).values()).isNotEmpty().allMatch(alert -> alert.rule()
                .equals("often"));
        assertThat(history.alerts()).containsAll(RecordedHistory.byId(result).keySet());
    }

    private void record(int partitions, String... ruleSets) {
        history = RecordedHistory.in(directory, partitions);
        SplittableRandom random = new SplittableRandom(5);
        try (RecordedHistory closing = history) {
            for (String rules : ruleSets) {
                closing.publish(rules);
                for (int batch = 0; batch < 20; batch++) {
                    closing.post(batch(random));
                }
            }
        }
    }

    private String[] batch(SplittableRandom random) {
        String[] lines = new String[20];
        for (int i = 0; i < lines.length; i++) {
            second += random.nextInt(10);
            long late = random.nextInt(4) == 0 ? random.nextInt(100) : 0;
            payments++;
            lines[i] = "p" + payments + " card" + random.nextInt(5) + " "
                    + (random.nextInt(3) == 0 ? 100 + random.nextInt(100) : 1) + " " + (second + 100 - late);
        }
        return lines;
    }

    private void assertSame(BacktestRequest request) throws InterruptedException {
        BacktestResult result = history.run(request);
        assertThat(RecordedHistory.byId(result).keySet()).isEqualTo(new java.util.TreeSet<>(history.alerts()));
        assertThat(result.alerts().candidate()).isEqualTo(history.alerts().size());
    }
}
