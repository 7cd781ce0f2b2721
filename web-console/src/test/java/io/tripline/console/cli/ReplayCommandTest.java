package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.Golden;
import io.tripline.examples.ExampleRules;
import io.tripline.examples.PaymentStream;
import io.tripline.examples.PaymentStreamOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String RULES = """
            event Transaction {
              id       string     @id
              card     string
              amount   decimal
              country  string?
              at       timestamp  @time
            }

            rule testing "Two small charges, then a large one" {
              severity high
              by card
              match probe: Transaction[amount < 2]{2,}
               then hit:   Transaction[amount > 200]
              within 10m
              alert "Card {card}: {count(probe)} probes, then {hit.amount}"
            }

            rule busy "More than 3 charges in an hour" {
              by card
              on t: Transaction
              when count(Transaction) over 1h > 3
              alert "Card {card}: {count(Transaction) over 1h} charges"
            }
            """;

    private static final String CSV = """
            TX,CARD,AMOUNT,WHEN,country,noise
            1,17,1.00,2018-04-01 00:00:31,AT,x
            2,17,1.50,2018-04-01T00:01:31,,x
            3,17,abc,2018-04-01 00:02:00,AT,x
            4,17,900.00,2018-04-01 00:03:31,"DE",x
            5,17,3,2018-04-01 00:04:00
            6,17,3,2018-04-01 00:05:00Z,AT,x
            """;

    @TempDir
    Path folder;

    private Path rules;
    private Path out;

    @BeforeEach
    void rules() throws IOException {
        rules = Files.writeString(folder.resolve("cards.trip"), RULES);
        out = folder.resolve("out.ndjson");
    }

    @Test
    void csvWithAFewBrokenRows() throws IOException {
        Path csv = Files.writeString(folder.resolve("cards.csv"), CSV);
        CommandLineRun run =
                replayCsv(csv, "--map", "TX=id", "--map", "CARD=card", "--map", "AMOUNT=amount", "--map", "WHEN=at");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines().limit(2))
                .containsExactly(
                        csv + ":4: /amount 'abc' is not a decimal; write a number such as 12.50 [wrong-type]",
                        csv + ":6: the row has 4 columns, the first row names 6 [broken-csv]");
        assertThat(run.err()).contains("4 events in", "2 outcomes, 2 lines with errors");
        Golden.check(getClass(), "replay/cards.ndjson", Files.readString(out));
    }

    @Test
    void theMapMayBeTurnedRound() throws IOException {
        Path csv = Files.writeString(folder.resolve("cards.csv"), CSV);
        replayCsv(csv, "--map", "id=TX", "--map", "card=CARD", "--map", "amount=AMOUNT", "--map", "at=WHEN");
        Golden.check(getClass(), "replay/cards.ndjson", Files.readString(out));
    }

    @Test
    void ndjsonWithABrokenLine() throws IOException {
        Path events = Files.writeString(folder.resolve("cards.ndjson"), """
                {"type":"Transaction","id":"1","card":"17","amount":1,"at":"2018-04-01T00:00:00Z"}
                {"type":"Transaction","id":"1","card":"17","amount":1,"at":"2018-04-01T00:00:00Z"}
                {"type":"Transaction"
                {"type":"Transaction","id":"2","card":"17","amount":1,"at":"2018-04-01T00:01:00Z"}
                {"type":"Transaction","id":"3","card":"17","amount":500,"at":"2018-04-01T00:02:00Z"}
                """);
        CommandLineRun run = CommandLineRun.of("replay", "--rules", rules, "--events", events, "--out", out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(events + ":3: not JSON at column 22");
        assertThat(run.err()).contains("3 events in", "1 outcomes, 1 duplicates, 1 lines with errors");
        assertThat(Files.readString(out)).contains("\"matched\":{\"probe\":[\"1\",\"2\"],\"hit\":[\"3\"]}");
    }

    @Test
    void anyNumberOfPartitionsSaysTheSame() throws IOException {
        Path examples = Files.createDirectory(folder.resolve("rules"));
        for (ExampleRules.File file : ExampleRules.files()) {
            Files.writeString(examples.resolve(file.name()), file.text());
        }
        Path events = folder.resolve("payments.ndjson.gz");
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        PaymentStream stream = new PaymentStream(PaymentStreamOptions.realistic(11, start, Duration.ofHours(6)));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(events))) {
            while (stream.hasNext()) {
                gzip.write((stream.next().toJson() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        List<String> outcomes = new ArrayList<>();
        for (int partitions : new int[] {1, 2, 7}) {
            CommandLineRun run = CommandLineRun.of(
                    "replay",
                    "--rules",
                    examples,
                    "--events",
                    events,
                    "--out",
                    out,
                    "--partitions",
                    partitions,
                    "--stats");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.err()).contains("partitions " + partitions, "rules 4");
            outcomes.add(Files.readString(out));
        }
        assertThat(outcomes.get(0).lines().count()).isEqualTo(stream.attacks().size());
        assertThat(outcomes).containsOnly(outcomes.get(0));
    }

    @Test
    void whatCannotBeRun() throws IOException {
        Path csv = Files.writeString(folder.resolve("cards.csv"), CSV);
        assertThat(replayCsv(csv, "--map", "TX=id").err())
                .isEqualTo(
                        "tripline: no column holds `card`, which a Transaction needs; name it with --map COLUMN=card."
                                + " The columns are TX, CARD, AMOUNT, WHEN, country, noise\n");
        assertThat(replayCsv(csv, "--map", "TY=id").err())
                .isEqualTo("tripline: there is no column `TY`; did you mean `TX`?\n");
        assertThat(replayCsv(csv, "--map", "TX=ids").err())
                .isEqualTo("tripline: `ids` is not a field of Transaction; did you mean `id`?\n");
        assertThat(CommandLineRun.of("replay", "--rules", rules, "--events", csv)
                        .err())
                .isEqualTo("tripline: " + csv + " is a CSV file: say with --type what its rows are\n");
        assertThat(CommandLineRun.of("replay", "--rules", rules, "--events", csv, "--type", "Transactoin")
                        .err())
                .isEqualTo("tripline: 'Transactoin' is not a declared event type; did you mean `Transaction`?\n");
        CommandLineRun missing = CommandLineRun.of("replay", "--rules", rules, "--events", folder.resolve("none"));
        assertThat(missing)
                .isEqualTo(new CommandLineRun(2, "", "tripline: there is no file " + folder.resolve("none") + "\n"));
        Path bad = Files.writeString(folder.resolve("bad.trip"), "rule x {");
        CommandLineRun broken = CommandLineRun.of("replay", "--rules", bad, "--events", csv);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).contains("bad.trip:1:");
    }

    private CommandLineRun replayCsv(Path csv, String... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("replay", "--rules", rules, "--events", csv, "--type", "Transaction", "--out", out));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }
}
