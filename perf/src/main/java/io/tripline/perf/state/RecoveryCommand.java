package io.tripline.perf.state;

import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeLimits;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.host.RecoveryListener;
import io.tripline.engine.host.SnapshotOptions;
import io.tripline.engine.host.SubmitResult;
import io.tripline.engine.port.OutcomeSink;
import io.tripline.engine.state.SnapshotManifest;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a start takes on a journal of some size: with a snapshot and the tail behind it, and with the whole journal; and
 * whether both come to the same state, by its digest.
 */
@Command(name = "recovery", description = "Starts with and without a snapshot: seconds, and seconds per GB of journal.")
public final class RecoveryCommand implements Callable<Integer> {
    private static final int BATCH = 500;
    private static final double GB = 1e9;

    @Option(names = "--megabytes", defaultValue = "1000", description = "journal (default: ${DEFAULT-VALUE})")
    private long megabytes;

    @Option(
            names = "--tail-percent",
            defaultValue = "10",
            description = "behind the snapshot (default: ${DEFAULT-VALUE})")
    private int tailPercent;

    @Option(names = "--keys", defaultValue = "100000", description = "accounts (default: ${DEFAULT-VALUE})")
    private int keys;

    @Option(names = "--partitions", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
    private int partitions;

    /** Keeps how far it has come. */
    private static final class Position implements OutcomeSink {
        private volatile long position;

        @Override
        public long position() {
            return position;
        }

        @Override
        public void accept(long throughSequence, List<Outcome> outcomes) {
            position = throughSequence;
        }
    }

    private final Position sink = new Position();
    private SnapshotManifest loaded;
    private double lastSeconds;
    private long loadedNanos;

    @Override
    public Integer call() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-recovery")) {
            long tailBytes = fill(folder.path());
            long start = System.nanoTime();
            SnapshotManifest fromSnapshot = start(options(folder.path()), "with the snapshot", start);
            boolean used = loaded != null;
            double loadSeconds = (loadedNanos - start) / 1e9;
            double tailSeconds = lastSeconds - loadSeconds;
            loaded = null;
            deleteSnapshots(folder.path());
            start = System.nanoTime();
            SnapshotManifest fromJournal = start(options(folder.path()), "with the whole journal", start);
            boolean same = used && loaded == null && engines(fromSnapshot).equals(engines(fromJournal));
            System.out.printf(
                    "snapshot loaded in %.2f s; tail of %,d bytes in %.2f s, %.2f s per GB; without a snapshot %.2f s%n",
                    loadSeconds, tailBytes, tailSeconds, tailSeconds / (tailBytes / GB), lastSeconds);
            System.out.println(same ? "digests equal" : "DIGESTS DIFFER");
            return same ? 0 : 1;
        }
    }

    /** Starts a node, and gives what it knows. */
    private SnapshotManifest start(NodeOptions options, String what, long start) {
        try (Node node = Node.open(options, sink)) {
            lastSeconds = (System.nanoTime() - start) / 1e9;
            long bytes = node.status().journal().bytes();
            System.out.printf(
                    "start %s: %.2f s, %,d inputs, %,d bytes of journal, %,d keys%n",
                    what,
                    lastSeconds,
                    node.status().journal().sequence(),
                    bytes,
                    node.status().keys());
            return node.takeSnapshot().join().orElseThrow();
        }
    }

    private static List<SnapshotManifest.File> engines(SnapshotManifest manifest) {
        return manifest.files().stream()
                .filter(file -> file.name().startsWith("engine"))
                .toList();
    }

    private NodeOptions options(Path directory) {
        return NodeOptions.in(directory)
                .withPartitions(partitions)
                .withLimits(NodeLimits.DEFAULT.withRememberedIds(1_000_000))
                .withSnapshots(new SnapshotOptions(Duration.ofDays(1), Long.MAX_VALUE, Duration.ZERO))
                .withRecoveryListener(new RecoveryListener() {
                    @Override
                    public void replayed(long sequence) {}

                    @Override
                    public void snapshotLoaded(SnapshotManifest snapshot) {
                        loaded = snapshot;
                        loadedNanos = System.nanoTime();
                    }
                });
    }

    /** Writes the journal, with a snapshot before its tail; gives how long the tail is. */
    private long fill(Path directory) {
        long bytes = megabytes * 1_000_000;
        KeyedPayments payments = new KeyedPayments(keys, Math.max(1, bytes / 40));
        try (Node node = Node.open(options(directory), sink)) {
            node.publish(List.of(KeyedPayments.RULES)).join();
            long number = fill(node, payments, 0, bytes * (100 - tailPercent) / 100);
            long before = node.status().journal().bytes();
            SnapshotManifest snapshot = node.takeSnapshot().join().orElseThrow();
            System.out.printf(
                    "snapshot of sequence %,d: %,d parts, %,d bytes%n",
                    snapshot.sequence(), snapshot.parts(), snapshot.bytes());
            fill(node, payments, number, bytes);
            return node.status().journal().bytes() - before;
        }
    }

    private static long fill(Node node, KeyedPayments payments, long from, long bytes) {
        long number = from;
        while (node.status().journal().bytes() < bytes) {
            EventWriter written = payments.write(node.catalog(), number, BATCH);
            SubmitResult result = node.submitWaiting(
                    new EventBatch(node.catalog(), written.toByteArray(), written.length(), written.count(), "perf"));
            if (!(result instanceof SubmitResult.Accepted)) {
                throw new IllegalStateException("not accepted: " + result);
            }
            number += BATCH;
        }
        return number;
    }

    private static void deleteSnapshots(Path directory) throws IOException {
        try (var all = Files.walk(directory.resolve("snapshots"))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
