package io.tripline.engine.host;

import com.lmax.disruptor.EventHandler;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineStatistics;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.RuleMeter;
import io.tripline.engine.event.Event;
import io.tripline.engine.time.SourceMark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Drives the engine of one partition through all slots. An engine that has thrown is not asked again, since nobody knows
 * what state it is in: from there on its slots are marked as incomplete, and no outcome of them leaves the node.
 */
final class EngineHandler implements EventHandler<RingSlot> {

    private static final long METERS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int partition;
    private Engine engine;
    private final Health health;
    private final Event event = new Event();
    private final Consumer<Outcome> collect = this::collect;

    private List<Outcome> outcomes = List.of();
    /** While one is written. */
    private PartitionSnapshot snapshotOrNull;

    private boolean failed;

    private volatile EngineStatistics statistics;
    private volatile List<SourceMark> sourceMarks = List.of();
    private volatile List<RuleMeter> meters = List.of();
    private volatile boolean metersAreOld;
    private long metersNanos;

    EngineHandler(Engine engine, Health health) {
        this.partition = engine.partition().index();
        this.engine = engine;
        this.health = health;
        this.statistics = engine.statistics();
    }

    /** Before the first input. */
    void goOnWith(Engine loaded) {
        engine = loaded;
        statistics = loaded.statistics();
    }

    EngineStatistics statistics() {
        return statistics;
    }

    /** How far each source had come when the meters were read. */
    List<SourceMark> sourceMarks() {
        return sourceMarks;
    }

    @Override
    public void onStart() {
        Thread.currentThread().setName("tripline-engine-" + partition);
    }

    @Override
    public void onEvent(RingSlot slot, long ringSequence, boolean endOfBatch) {
        if (!failed) {
            outcomes = slot.outcomes.get(partition);
            work(slot.work);
            writeSnapshot();
        } else if (slot.work instanceof Work.Snapshot snapshotWork) {
            snapshotWork.job().fail("the engine of partition " + partition + " has failed");
        }
        if (failed) {
            slot.incomplete = true;
        } else if (endOfBatch) {
            statistics = engine.statistics();
            readMeters();
        }
    }

    /** Now and then: with ten thousand rules it takes longer than a batch. */
    private void readMeters() {
        long now = System.nanoTime();
        if (meters.isEmpty() || now - metersNanos >= METERS_EVERY_NANOS) {
            metersNanos = now;
            meters = engine.meters();
            sourceMarks = engine.sourceMarks();
            metersAreOld = false;
        } else {
            metersAreOld = true;
        }
    }

    @Override
    public void onShutdown() {
        if (!failed) {
            meters = engine.meters();
        }
    }

    /** Whether there has been input since they were read. */
    boolean metersAreOld() {
        return metersAreOld;
    }

    /** As they were at most a second before the last input, or behind it when they were asked for. */
    List<RuleMeter> meters() {
        return meters;
    }

    private void writeSnapshot() {
        if (snapshotOrNull != null && (failed || !snapshotOrNull.goOn())) {
            snapshotOrNull = null;
        }
    }

    private void beginSnapshot(SnapshotJob job) {
        if (snapshotOrNull != null) {
            snapshotOrNull.abandon();
            snapshotOrNull = null;
        }
        try {
            snapshotOrNull = new PartitionSnapshot(engine, partition, job);
        } catch (RuntimeException e) {
            // What cannot be written can be worked with all the same.
            job.fail("the state of partition " + partition + " cannot be written: " + e);
        }
    }

    private void work(Work work) {
        long at = 0;
        try {
            if (work instanceof Work.Events events) {
                EventBatch batch = events.batch();
                byte[] bytes = batch.events();
                int position = 0;
                int ahead = 0;
                for (at = events.firstSequence(); at <= events.lastSequence(); at++) {
                    if (ahead == 0) {
                        ahead = engine.eventsFollow(batch.catalog(), bytes, position, batch.length());
                    }
                    ahead--;
                    event.wrap(batch.catalog(), bytes, position, at, events.source());
                    position += Event.lengthAt(bytes, position);
                    engine.eventArrived(event, collect);
                }
            } else if (work instanceof Work.Tick tick) {
                at = tick.sequence();
                engine.timeAdvanced(at, tick.timeNanos(), collect);
            } else if (work instanceof Work.References references) {
                at = references.sequence();
                engine.referencesChanged(at, references.changes(), collect);
            } else if (work instanceof Work.Meters) {
                metersNanos = System.nanoTime() - METERS_EVERY_NANOS;
            } else if (work instanceof Work.Snapshot taken) {
                at = taken.sequence();
                beginSnapshot(taken.job());
            } else if (work instanceof Work.Rules change) {
                at = change.sequence();
                metersNanos = System.nanoTime() - METERS_EVERY_NANOS;
                Optional<Engine> warmed = change.warm().map(warm -> {
                    warm.readThrough(change.sequence() - 1);
                    return warm.engine(partition);
                });
                engine.rulesChanged(at, change.catalog(), change.rules().plan(), change.starts(), warmed, collect);
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            health.failForGood("the engine of partition " + partition + " failed at sequence " + at + ": " + e);
        }
    }

    private void collect(Outcome outcome) {
        outcomes.add(outcome);
    }
}
