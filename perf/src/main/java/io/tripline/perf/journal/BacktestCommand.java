package io.tripline.perf.journal;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.backtest.BacktestLimits;
import io.tripline.engine.backtest.BacktestRange;
import io.tripline.engine.backtest.BacktestRequest;
import io.tripline.engine.backtest.BacktestResult;
import io.tripline.engine.backtest.BacktestRun;
import io.tripline.engine.backtest.Pace;
import io.tripline.engine.backtest.RuleSource;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.Durability;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.OutcomeSink;
import io.tripline.perf.node.TemporaryFolder;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast one rule goes over a journal, and how fast the journal alone is read. */
@Command(
        name = "backtest",
        description = "Backtests over a stored journal: events/s, answers compared with the node's.")
public final class BacktestCommand implements Callable<Integer> {

    private static final int BATCH = 500;
    private static final int CARDS = 100_000;
    private static final long START_NANOS = 1_772_323_200_000_000_000L;

    private static final String EVENTS = """
            event Payment { id string @id  card string  amount decimal  country string  at timestamp @time }
            """;

    private static final String SEQUENCE = """
            rule sequence {
              by card
              match a: Payment[amount < 2] then b: Payment[amount < 2] then c: Payment[amount > 200]
              within 10m
              alert "{card} {c.amount}"
            }
            """;

    private static final String FEATURE = """
            rule countries {
              by card
              on p: Payment
              when distinct(Payment.country) over 10m > 3
              alert "{card} {distinct(Payment.country) over 10m}"
            }
            """;

    @Option(names = "--events", defaultValue = "5000000", description = "in the journal (default: ${DEFAULT-VALUE})")
    private int events;

    @Option(names = "--runs", defaultValue = "3", description = "of each rule (default: ${DEFAULT-VALUE})")
    private int runs;

    @Override
    public Integer call() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("backtest")) {
            long live = write(folder.path());
            JournalReader journal = StoredJournal.in(folder.path());
            boolean right = true;
            for (int run = 0; run < runs; run++) {
                readAlone(journal);
                right &= backtest(journal, "sequence", EVENTS + SEQUENCE, live);
                backtest(journal, "countries", EVENTS + FEATURE, -1);
            }
            return right ? 0 : 1;
        }
    }

    private static void readAlone(JournalReader journal) {
        long startNanos = System.nanoTime();
        long[] count = new long[1];
        journal.read(1, Long.MAX_VALUE, entry -> {
            count[0] += entry.count();
            return true;
        });
        say("journal alone", count[0], startNanos, "");
    }

    private static boolean backtest(JournalReader journal, String name, String rules, long live)
            throws InterruptedException {
        BacktestRequest request = new BacktestRequest(
                new RuleSource.Files(List.of(new SourceFile("rules.trip", rules))),
                Optional.empty(),
                List.of(),
                BacktestRange.whole(),
                ZoneOffset.UTC,
                Optional.empty());
        long startNanos = System.nanoTime();
        BacktestResult result =
                new BacktestRun(journal, request.over(journal), BacktestLimits.DEFAULT, Pace.FREE).run();
        long alerts = result.alerts().candidate();
        say(name, result.range().events(), startNanos, String.format(", %,d alerts", alerts));
        if (live >= 0 && alerts != live) {
            System.out.printf("WRONG: the node has raised %,d%n", live);
        }
        return live < 0 || alerts == live;
    }

    private static void say(String what, long count, long startNanos, String more) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf("%-14s %,12.0f events/s  (%,d in %.2f s%s)%n", what, count / seconds, count, seconds, more);
    }

    /** A node takes all events in; gives how many alerts it has raised. */
    private long write(Path directory) {
        AtomicLong alerts = new AtomicLong();
        NodeOptions options =
                NodeOptions.in(directory).withDurability(Durability.PROCESS).withPartitions(1);
        try (Node node = Node.open(options, new Counting(alerts))) {
            node.publish(List.of(new SourceFile("rules.trip", EVENTS + SEQUENCE)))
                    .join();
            SplittableRandom random = new SplittableRandom(42);
            for (int from = 0; from < events; from += BATCH) {
                if (!(node.submitWaiting(batch(node.catalog(), random, from)) instanceof Accepted)) {
                    throw new IllegalStateException("the node takes no more");
                }
            }
        }
        System.out.printf("%,d events in the journal, the node has raised %,d alerts%n", events, alerts.get());
        return alerts.get();
    }

    private static EventBatch batch(EventCatalog catalog, SplittableRandom random, int from) {
        EventWriter writer = new EventWriter(128 * BATCH);
        EventLayout layout = catalog.layoutOrNull("Payment");
        for (int i = from; i < from + BATCH; i++) {
            writer.begin(layout);
            int card = random.nextInt(CARDS);
            writer.putText(0, "p" + i);
            writer.putText(1, "card" + card);
            // Few alerts, as from a rule that somebody would publish.
            writer.putDecimal(2, Decimals.pack(random.nextInt(100) < 3 ? 150 : random.nextInt(300, 30_000), 2));
            writer.putText(3, "C" + (random.nextInt(50) == 0 ? random.nextInt(20) : card % 20));
            writer.putLong(4, START_NANOS + i * 1_000_000L);
            writer.end();
        }
        return new EventBatch(catalog, writer.toByteArray(), writer.length(), writer.count(), "perf");
    }

    private record Counting(AtomicLong alerts) implements OutcomeSink {

        @Override
        public long position() {
            return 0;
        }

        @Override
        public void accept(long throughSequence, List<Outcome> outcomes) {
            alerts.addAndGet(
                    outcomes.stream().filter(Outcome.Fired.class::isInstance).count());
        }
    }
}
