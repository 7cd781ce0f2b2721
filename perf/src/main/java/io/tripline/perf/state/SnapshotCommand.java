package io.tripline.perf.state;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.EngineReading;
import io.tripline.engine.core.EngineSnapshot;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.RunnableRules;
import io.tripline.engine.snapshot.StateDigest;
import io.tripline.engine.snapshot.StateForm;
import io.tripline.engine.state.PartsBlock;
import io.tripline.engine.state.PartsCollector;
import io.tripline.engine.state.Snapshot;
import io.tripline.engine.state.SnapshotFolder;
import io.tripline.engine.state.SnapshotManifest;
import io.tripline.engine.state.SnapshotWriting;
import io.tripline.perf.node.TemporaryFolder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * For how long events wait while the state of many keys is written, how long that takes, and whether what is read again is
 * the state at the moment at which it was begun, by its digest.
 */
@Command(name = "snapshot", description = "Pauses of an engine while the state of many keys is written.")
public final class SnapshotCommand implements Callable<Integer> {
    private static final int EVENTS_BETWEEN = 100;
    private static final int PLACES = 64;
    private static final long SLICE_NANOS = 300_000;
    private static final int MANY_BLOCKS = 128;
    private static final long MARK_MICROS = 5_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--keys", defaultValue = "1000000", description = "accounts (default: ${DEFAULT-VALUE})")
    private int keys;

    @Option(names = "--mark", description = "ends with 1 when a pause was longer than 5 ms")
    private boolean mark;

    private final Histogram pauses = new Histogram(3);
    /** Of these, what the engine's thread itself has done: on a busy machine it also waits for a core. */
    private final Histogram work = new Histogram(3);

    private final Event event = new Event();
    private RuleSetPlan plan;
    private EventCatalog catalog;
    private KeyedPayments payments;
    private long sent;

    @Override
    public Integer call() throws Exception {
        Compilation rules = RunnableRules.compile(List.of(KeyedPayments.RULES));
        plan = rules.plan().orElseThrow();
        catalog = new EventCatalog(1, plan.events());
        payments = new KeyedPayments(keys, 20L * keys + 1_000_000);
        Engine engine = fed();
        StateDigest before = new StateDigest();
        engine.writeState(before);
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-snapshot")) {
            SnapshotFolder snapshots = new SnapshotFolder(folder.path());
            long start = System.nanoTime();
            SnapshotManifest manifest = write(engine, snapshots);
            long written = System.nanoTime();
            Snapshot snapshot = snapshots.list(why -> {}).get(0);
            Engine read = new Engine(Partition.ALL, EngineLimits.DEFAULT);
            EngineReading reading = new EngineReading(read, catalog, plan);
            snapshot.read("engine.parts", reading);
            reading.end();
            long end = System.nanoTime();
            StateDigest again = new StateDigest();
            read.writeState(again);
            boolean same = again.hex().equals(before.hex())
                    && manifest.files().get(0).digest().equals(before.hex());
            report(manifest, (written - start) / 1e9, (end - written) / 1e9, same);
            return same && !(mark && work.getMaxValue() > MARK_MICROS) ? 0 : 1;
        }
    }

    private void report(SnapshotManifest manifest, double writing, double reading, boolean same) {
        System.out.printf(
                "%,d keys of %d rules, %,d bytes, %.0f bytes a key of a rule; %,d events came meanwhile%n",
                keys, plan.rules().size(), manifest.bytes(), (double) manifest.bytes() / manifest.parts(), sent - keys);
        System.out.printf("written in %.1f s, read in %.1f s%n", writing, reading);
        report("pauses", pauses);
        report("of them work", work);
        System.out.println(same ? "digests equal" : "DIGESTS DIFFER");
    }

    private static void report(String what, Histogram histogram) {
        System.out.printf(
                "%s: %,d, p50 %,d us, p99 %,d us, p99.9 %,d us, longest %,d us%n",
                what,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue());
    }

    private void paused(long startNanos, long startWorkNanos) {
        pauses.recordValue((System.nanoTime() - startNanos) / 1_000);
        work.recordValue((THREADS.getCurrentThreadCpuTime() - startWorkNanos) / 1_000);
    }

    /** An engine that knows something of every account. */
    private Engine fed() {
        Engine engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
        engine.rulesChanged(1, catalog, plan, outcome -> {});
        sent = 0;
        while (sent < keys) {
            send(engine, (int) Math.min(10_000, keys - sent));
        }
        return engine;
    }

    private void send(Engine engine, int count) {
        EventWriter written = payments.write(catalog, sent, count);
        byte[] bytes = written.array();
        int position = 0;
        for (int i = 0; i < count; i++) {
            event.wrap(catalog, bytes, position, sent + i + 2, 0);
            position += event.length();
            engine.eventArrived(event, outcome -> {});
        }
        sent += count;
    }

    private SnapshotManifest write(Engine engine, SnapshotFolder folder) throws Exception {
        BlockingQueue<PartsBlock> blocks = new LinkedBlockingQueue<>();
        PartsBlock last = new PartsBlock();
        CompletableFuture<SnapshotManifest> manifest =
                CompletableFuture.supplyAsync(() -> writeAll(blocks, last, folder));
        long start = System.nanoTime();
        long startWork = THREADS.getCurrentThreadCpuTime();
        PartsCollector parts = new PartsCollector(blocks::add);
        EngineSnapshot snapshot = engine.beginSnapshot(parts);
        paused(start, startWork);
        for (boolean done = false; !done; ) {
            send(engine, EVENTS_BETWEEN);
            start = System.nanoTime();
            startWork = THREADS.getCurrentThreadCpuTime();
            while (!done && blocks.size() < MANY_BLOCKS && System.nanoTime() - start < SLICE_NANOS) {
                done = snapshot.writeSome(PLACES);
            }
            paused(start, startWork);
        }
        parts.end();
        blocks.add(last);
        return manifest.get();
    }

    private static SnapshotManifest writeAll(BlockingQueue<PartsBlock> blocks, PartsBlock last, SnapshotFolder folder) {
        try (SnapshotWriting writing = folder.begin(1, List.of("engine.parts"))) {
            for (PartsBlock block = blocks.take(); block != last; block = blocks.take()) {
                writing.write(0, block);
            }
            SnapshotManifest manifest = new SnapshotManifest(1, 1, StateForm.VERSION, "perf", writing.end());
            writing.publish(manifest);
            return manifest;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
