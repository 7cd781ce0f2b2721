package io.tripline.engine.backtest;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeLimits;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.host.SubmitResult;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.OutcomeSink;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A real node that people post payments to and publish rules on, and its journal afterwards. A payment is written {@code
 * "id card amount second"}, what somebody reports later {@code "report id second"}.
 */
public final class RecordedHistory implements AutoCloseable {

    static final String EVENTS = """
            event Payment { id string @id  card string  amount decimal  at timestamp @time } late after 1m
            event Report { payment string  verdict string  at timestamp @time } late after 1m
            """;

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Path directory;
    private final Node node;
    private final TreeMap<String, Alert> standing = new TreeMap<>();

    private RecordedHistory(Path directory, int partitions) {
        this.directory = directory;
        this.node = Node.open(
                NodeOptions.in(directory)
                        .withPartitions(partitions)
                        .withLimits(NodeLimits.DEFAULT.withRememberedIds(10_000).withRing(64, 1 << 20)),
                new Standing());
    }

    public static RecordedHistory in(Path directory, int partitions) {
        return new RecordedHistory(directory, partitions);
    }

    /** The rule set is changed to the events of this class and these rules. */
    public void publish(String rules) {
        node.publish(files(rules)).join();
    }

    static List<SourceFile> files(String rules) {
        return List.of(new SourceFile("events.trip", EVENTS), new SourceFile("rules.trip", rules));
    }

    public void post(String... lines) {
        EventWriter writer = new EventWriter(100 * lines.length);
        for (String line : lines) {
            write(writer, line.split(" "));
        }
        EventBatch batch =
                new EventBatch(node.catalog(), writer.toByteArray(), writer.length(), writer.count(), "test");
        if (!(node.submitWaiting(batch) instanceof SubmitResult.Accepted)) {
            throw new AssertionError("not accepted: " + Arrays.toString(lines));
        }
    }

    private void write(EventWriter writer, String... words) {
        EventLayout payment = node.catalog().layoutOrNull("Payment");
        EventLayout report = node.catalog().layoutOrNull("Report");
        if (words[0].equals("report") || words[0].equals("clear")) {
            writer.begin(report);
            writer.putText(0, words[1]);
            writer.putText(1, words[0].equals("report") ? "fraud" : "fine");
            writer.putLong(2, nanos(words[2]));
        } else {
            writer.begin(payment);
            writer.putText(0, words[0]);
            writer.putText(1, words[1]);
            writer.putDecimal(2, Decimals.pack(new BigDecimal(words[2])));
            writer.putLong(3, nanos(words[3]));
        }
        writer.end();
    }

    private static long nanos(String second) {
        return Nanos.of(START.plusSeconds(Long.parseLong(second)));
    }

    /** The alerts that stand, by id. */
    public Map<String, Alert> standing() {
        synchronized (standing) {
            return new TreeMap<>(standing);
        }
    }

    /** The ids of the alerts that stand. */
    public List<String> alerts() {
        synchronized (standing) {
            return List.copyOf(standing.keySet());
        }
    }

    @Override
    public void close() {
        node.close();
    }

    /** The journal, when the node is closed. */
    public JournalReader journal() {
        return StoredJournal.in(directory);
    }

    BacktestResult run(BacktestRequest request) throws InterruptedException {
        JournalReader journal = journal();
        return new BacktestRun(journal, request.over(journal), BacktestLimits.DEFAULT, Pace.FREE).run();
    }

    static BacktestRequest request(RuleSource candidate) {
        return new BacktestRequest(
                candidate, Optional.empty(), List.of(), BacktestRange.whole(), ZoneOffset.UTC, Optional.empty());
    }

    static BacktestRequest request(RuleSource candidate, RuleSource compared) {
        return new BacktestRequest(
                candidate, Optional.of(compared), List.of(), BacktestRange.whole(), ZoneOffset.UTC, Optional.empty());
    }

    private final class Standing implements OutcomeSink {

        @Override
        public long position() {
            return 0;
        }

        @Override
        public void accept(long throughSequence, List<Outcome> outcomes) {
            synchronized (standing) {
                for (Outcome outcome : outcomes) {
                    if (outcome instanceof Outcome.Fired fired) {
                        standing.put(fired.alert().id(), fired.alert());
                    } else if (outcome instanceof Outcome.Amended amended) {
                        standing.put(amended.alert().id(), amended.alert());
                    } else if (outcome instanceof Outcome.Retracted retracted) {
                        standing.remove(retracted.alert().id());
                    }
                }
            }
        }
    }

    static Map<String, Alert> byId(BacktestResult result) {
        TreeMap<String, Alert> alerts = new TreeMap<>();
        result.listed().forEach(listed -> alerts.put(listed.alert().id(), listed.alert()));
        return alerts;
    }
}
