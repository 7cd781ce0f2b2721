package io.tripline.engine.host;

import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineSnapshot;
import io.tripline.engine.state.PartsCollector;

/** The part that one engine has in a snapshot, written between inputs. For the thread of the engine. */
final class PartitionSnapshot {
    /** Inputs wait for no longer than that, a key with very much in it aside. */
    private static final long SLICE_NANOS = 300_000;

    private static final int PLACES_AT_ONCE = 64;

    private final SnapshotJob job;
    private final int file;
    private final PartsCollector collector;
    private final EngineSnapshot snapshot;

    /** Begins; what is no key's is written with it. */
    PartitionSnapshot(Engine engine, int partition, SnapshotJob job) {
        long start = System.nanoTime();
        this.job = job;
        this.file = HostState.FILES + partition;
        this.collector = job.collector(file);
        this.snapshot = engine.beginSnapshot(collector);
        job.paused(System.nanoTime() - start);
    }

    void abandon() {
        snapshot.abandon();
    }

    /** Writes for a moment; false when there is nothing left to write. */
    boolean goOn() {
        snapshot.failure().ifPresent(reason -> job.fail("the state of an engine cannot be written: " + reason));
        if (job.failure().isPresent()) {
            snapshot.abandon();
            return false;
        }
        long start = System.nanoTime();
        boolean done = false;
        while (!done && job.hasRoom() && System.nanoTime() - start < SLICE_NANOS) {
            done = snapshot.writeSome(PLACES_AT_ONCE);
        }
        if (done && snapshot.failure().isEmpty()) {
            job.end(file, collector);
        }
        job.paused(System.nanoTime() - start);
        return !done || snapshot.failure().isPresent();
    }
}
