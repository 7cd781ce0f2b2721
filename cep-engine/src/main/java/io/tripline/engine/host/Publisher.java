package io.tripline.engine.host;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.host.RuleStart.Kind;
import io.tripline.engine.port.JournalReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Brings rules to a node that know the past when they begin to hold: side engines read the journal beside the node's, and
 * when they have nearly caught up the change is put in; the node's engines take the rules over at its place, for which
 * they wait until the rest is read. Changes that need no reading go at once, others one after the other.
 */
final class Publisher implements AutoCloseable {

    /** So much is left to be read when the change is put in; it takes some hundredths of a second. */
    private static final long CLOSE_ENOUGH = 20_000;

    /** A journal that grows faster than it can be read is not chased for ever. */
    private static final int MOST_ROUNDS = 50;

    /** So many times it is read with pauses; who has not caught up then has to be faster. */
    private static final int CALM_ROUNDS = 3;

    private static final double CALM_RING = 0.25;
    private static final long TURN_NANOS = 1_000_000;

    /** What a publisher needs of its node. */
    interface Place {
        RuleSet rules();

        JournalReader history();

        double ringUse();

        boolean isClosing();

        void put(Input.RuleChange change);
    }

    private final Place node;
    private final int partitions;
    private final EngineLimits limits;
    private final LongSupplier watermarkNanos;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread warming = new Thread(task, "tripline-warm-start");
        warming.setDaemon(true);
        return warming;
    });

    private volatile Optional<WarmProgress> progress = Optional.empty();

    Publisher(Place node, int partitions, EngineLimits limits, LongSupplier watermarkNanos) {
        this.node = node;
        this.partitions = partitions;
        this.limits = limits;
        this.watermarkNanos = watermarkNanos;
    }

    /** How far the rules have read that are about to hold; empty when none are. */
    Optional<WarmProgress> progress() {
        return progress;
    }

    CompletableFuture<Publication> publish(List<SourceFile> files, RuleSetPlan plan) {
        CompletableFuture<Publication> answer = new CompletableFuture<>();
        StartPlan starts = StartPlan.of(node.rules().plan(), plan);
        if (starts.names(Kind.WARM).isEmpty()) {
            put(files, plan, starts, Optional.empty(), answer);
            return answer;
        }
        try {
            thread.execute(() -> warmUp(files, plan, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new NodeRefusesException("the node is stopping", true));
        }
        return answer;
    }

    private void warmUp(List<SourceFile> files, RuleSetPlan plan, CompletableFuture<Publication> answer) {
        JournalReader history = node.history();
        try {
            StartPlan starts = StartPlan.of(node.rules().plan(), plan);
            Set<String> names = starts.names(Kind.WARM);
            if (names.isEmpty() || history.lastSequence() < history.firstSequence()) {
                put(files, plan, starts.withoutWarmth("there is no history"), Optional.empty(), answer);
                return;
            }
            JournalReader.Hold hold = history.hold(history.firstSequence());
            CompletableFuture<Publication> unused = answer.whenComplete((done, failed) -> hold.close());
            WarmStart warm = WarmStart.since(history, plan, names, partitions, limits, since(starts));
            read(warm, history, names);
            if (node.isClosing()) {
                answer.completeExceptionally(new NodeRefusesException("the node is stopping", true));
            } else if (warm.warmFrom() == 0) {
                put(
                        files,
                        plan,
                        starts.withoutWarmth("nothing has come that it looks back on"),
                        Optional.empty(),
                        answer);
            } else {
                put(files, plan, starts, Optional.of(warm), answer);
            }
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            progress = Optional.empty();
        }
    }

    private long since(StartPlan starts) {
        long watermark = watermarkNanos.getAsLong();
        if (starts.reachNanos().isEmpty() || watermark == Long.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        return watermark - starts.reachNanos().getAsLong();
    }

    private void read(WarmStart warm, JournalReader history, Set<String> names) {
        BooleanSupplier unlessClosing = () -> {
            progress = Optional.of(new WarmProgress(List.copyOf(names), warm.through(), history.lastSequence()));
            return !node.isClosing();
        };
        warm.goOnWhile(inTurns(unlessClosing));
        for (int round = 0; round < MOST_ROUNDS && !node.isClosing(); round++) {
            warm.readThrough(history.lastSequence());
            if (history.lastSequence() - warm.through() <= CLOSE_ENOUGH) {
                break;
            } else if (round == CALM_ROUNDS) {
                warm.goOnWhile(unlessClosing);
            }
        }
        // The rest is read while the ring waits: it must not wait for the ring.
        warm.goOnWhile(() -> true);
    }

    /** While the ring is full it reads for half of the time only: a node that is always busy gets its rules all the same. */
    private BooleanSupplier inTurns(BooleanSupplier unlessClosing) {
        long[] turnNanos = {System.nanoTime()};
        return () -> {
            long workedNanos = System.nanoTime() - turnNanos[0];
            if (workedNanos >= TURN_NANOS) {
                if (node.ringUse() > CALM_RING) {
                    LockSupport.parkNanos(workedNanos);
                }
                turnNanos[0] = System.nanoTime();
            }
            return unlessClosing.getAsBoolean();
        };
    }

    private void put(
            List<SourceFile> files,
            RuleSetPlan plan,
            StartPlan starts,
            Optional<WarmStart> warm,
            CompletableFuture<Publication> answer) {
        long warmFrom = warm.map(WarmStart::warmFrom).orElse(0L);
        RuleStarts journaled = new RuleStarts(
                warmFrom,
                warm.isPresent() ? List.copyOf(starts.names(Kind.WARM)) : List.of(),
                List.copyOf(starts.names(Kind.KEPT)));
        CompletableFuture<Input.RuleChange.Done> done = new CompletableFuture<>();
        CompletableFuture<Void> unused = done.handle((change, failed) -> {
            if (failed != null) {
                answer.completeExceptionally(failed);
            } else {
                answer.complete(new Publication(change.rules(), change.sequence(), warmFrom, starts.starts()));
            }
            return null;
        });
        node.put(new Input.RuleChange(files, plan, journaled, warm, done));
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
