package io.tripline.engine.host;

import io.tripline.engine.host.SnapshotJob.Item;
import io.tripline.engine.snapshot.StateForm;
import io.tripline.engine.state.PartsBlock;
import io.tripline.engine.state.PartsCollector;
import io.tripline.engine.state.SnapshotFolder;
import io.tripline.engine.state.SnapshotManifest;
import io.tripline.engine.state.SnapshotWriting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Takes snapshots, when it is time for one and when it is asked to, on a thread of its own. A snapshot that does not come
 * about is told and does no harm: there is the one before.
 */
final class Snapshots {
    private static final System.Logger LOG = System.getLogger(Snapshots.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final long NUDGE_MILLIS = 1;
    private static final int KEPT = 2;

    private final SnapshotFolder folder;
    private final SnapshotOptions options;
    private final int partitions;
    private final Pipeline pipeline;
    private final Supplier<JournalProgress> progress;
    private final LongSupplier journalBytes;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "tripline-snapshot");
        made.setDaemon(true);
        return made;
    });
    private volatile Optional<SnapshotManifest> last = Optional.empty();
    private volatile boolean started;
    private long lastSequence;
    private long lastNanos = System.nanoTime();
    private long lastBytes;
    private volatile SnapshotJob current = new SnapshotJob();

    Snapshots(
            SnapshotFolder folder,
            SnapshotOptions options,
            int partitions,
            Pipeline pipeline,
            Supplier<JournalProgress> progress,
            LongSupplier journalBytes) {
        this.folder = folder;
        this.options = options;
        this.partitions = partitions;
        this.pipeline = pipeline;
        this.progress = progress;
        this.journalBytes = journalBytes;
    }

    /** From now on it looks whether it is time for one. */
    void start(long knownThrough) {
        started = true;
        lastSequence = knownThrough;
        lastBytes = journalBytes.getAsLong();
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toNanos(), LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        boolean isTime = System.nanoTime() - lastNanos >= options.interval().toNanos()
                || journalBytes.getAsLong() - lastBytes >= options.journalBytes();
        if (isTime && progress.get().sequence() > lastSequence) {
            takeNow();
        }
    }

    /** Takes one now; empty when nothing has come since the last one, or it did not come about. */
    CompletableFuture<Optional<SnapshotManifest>> take() {
        return CompletableFuture.supplyAsync(this::takeNow, thread);
    }

    /** The last one since the start. */
    Optional<SnapshotManifest> last() {
        return last;
    }

    private Optional<SnapshotManifest> takeNow() {
        if (progress.get().sequence() <= lastSequence) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        lastNanos = start;
        // What comes while it is written is behind it.
        lastBytes = journalBytes.getAsLong();
        SnapshotJob job = new SnapshotJob();
        current = job;
        try {
            SnapshotManifest manifest = write(job);
            folder.keep(KEPT);
            lastSequence = manifest.sequence();
            last = Optional.of(manifest);
            LOG.log(
                    System.Logger.Level.INFO,
                    "snapshot of sequence {0,number,#}: {1} parts, {2} bytes, {3} ms; longest pause of an engine {4} us",
                    manifest.sequence(),
                    manifest.parts(),
                    manifest.bytes(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    TimeUnit.NANOSECONDS.toMicros(job.longestPauseNanos()));
            return last;
        } catch (IOException | ExecutionException | RuntimeException e) {
            String reason = job.failure().orElse(e.toString());
            job.fail(reason);
            LOG.log(System.Logger.Level.WARNING, "no snapshot was taken: {0}", reason);
            return Optional.empty();
        } catch (InterruptedException e) {
            job.fail("the node is closed");
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private SnapshotManifest write(SnapshotJob job) throws IOException, ExecutionException, InterruptedException {
        pipeline.put(new Input.Snapshot(job));
        HostState state = job.begun().get();
        try (SnapshotWriting writing = folder.begin(state.sequence(), HostState.fileNames(partitions))) {
            PartsCollector host = new PartsCollector(block -> write(writing, block));
            state.write(host);
            host.end();
            for (int left = partitions; left > 0; ) {
                Optional<Item> item = job.next(NUDGE_MILLIS);
                if (job.failure().isPresent()) {
                    throw new IllegalStateException(job.failure().get());
                } else if (item.isEmpty()) {
                    // On a quiet stream the engines are asked for what is left; on a busy one they need not be.
                    boolean unused = pipeline.tryPut(new Input.Nudge());
                } else if (item.get().blockOrNull() == null) {
                    left--;
                } else {
                    writing.write(item.get().file(), item.get().blockOrNull());
                }
            }
            SnapshotManifest manifest = new SnapshotManifest(
                    state.sequence(), state.revision(), StateForm.VERSION, Release.NAME, writing.end());
            job.kept().get();
            writing.publish(manifest);
            return manifest;
        }
    }

    private static void write(SnapshotWriting writing, PartsBlock block) {
        try {
            writing.write(0, block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a last one, if there is time for it, and ends the thread. The ring still runs. */
    void close() {
        if (started && !options.onClose().isZero()) {
            try {
                Optional<SnapshotManifest> unused = take().get(options.onClose().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.log(System.Logger.Level.WARNING, "no snapshot was taken before the end: {0}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        current.fail("the node is closed");
        thread.shutdownNow();
        awaitEnd();
    }

    private void awaitEnd() {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
