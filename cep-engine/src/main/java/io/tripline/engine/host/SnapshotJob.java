package io.tripline.engine.host;

import io.tripline.engine.state.PartsBlock;
import io.tripline.engine.state.PartsCollector;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One snapshot on its way from the threads of the ring, which know what is to be written, to the one that writes it. It goes
 * through the ring like an input, so that all of them mean the same moment.
 */
final class SnapshotJob {
    /** Blocks that wait to be written: past it keys are written only before they change. */
    private static final int MANY_BLOCKS = 128;

    /** Past it the disk does not keep up with what changes, and the snapshot is given up. */
    private static final int TOO_MANY_BLOCKS = 4_096;

    /**
     * A block for a file, or that a file is complete.
     *
     * @param blockOrNull null when there is nothing more to come
     */
    record Item(int file, PartsBlock blockOrNull) {}

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final CompletableFuture<HostState> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> kept = new CompletableFuture<>();
    private final AtomicLong longestPauseNanos = new AtomicLong();
    private volatile String failure;

    /** The journal's thread has come to it: this is what the host knows here. */
    void begin(HostState state) {
        begun.complete(state);
    }

    CompletableFuture<HostState> begun() {
        return begun;
    }

    /** Takes parts for a file, from one thread; they go on when {@link #end} is said, or before. */
    PartsCollector collector(int file) {
        return new PartsCollector(block -> put(new Item(file, block)));
    }

    private void put(Item item) {
        if (failure == null) {
            items.add(item);
            if (items.size() > TOO_MANY_BLOCKS) {
                fail("the disk does not keep up with what is to be written");
            }
        }
    }

    /** All parts of a file are there. */
    void end(int file, PartsCollector collector) {
        collector.end();
        put(new Item(file, null));
    }

    boolean hasRoom() {
        return items.size() < MANY_BLOCKS;
    }

    Optional<Item> next(long millis) throws InterruptedException {
        return Optional.ofNullable(items.poll(millis, TimeUnit.MILLISECONDS));
    }

    /** The outcomes of all inputs up to here are kept: a start that begins behind them loses none. */
    void outcomesAreKept() {
        kept.complete(null);
    }

    CompletableFuture<Void> kept() {
        return kept;
    }

    /** It comes to nothing; the first reason stays. */
    void fail(String reason) {
        if (failure == null) {
            failure = reason;
        }
        begun.completeExceptionally(new IllegalStateException(reason));
        kept.completeExceptionally(new IllegalStateException(reason));
        items.clear();
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** An engine has worked for it that long, while inputs may have waited. */
    void paused(long nanos) {
        longestPauseNanos.accumulateAndGet(nanos, Math::max);
    }

    long longestPauseNanos() {
        return longestPauseNanos.get();
    }
}
