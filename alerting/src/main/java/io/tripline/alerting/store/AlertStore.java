package io.tripline.alerting.store;

import io.tripline.alerting.outbox.Outbox;
import io.tripline.alerting.outbox.OutboxBatch;
import io.tripline.alerting.sql.Database;
import io.tripline.alerting.sql.StoreException;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.port.OutcomeSink;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps outcomes: alerts, rows of views, late events, what has to be sent about them, and the position in the journal, in one
 * transaction for each {@link #accept}. What {@code accept} has taken is there with the position or not at all, so
 * outcomes handed over again from the position on give every alert once.
 *
 * <p>{@code accept} is for one thread at a time; the rest is safe for several. When the database fails, {@code accept}
 * throws {@link StoreException}; handing the same over again is right whether or not it had been
 * kept. What {@code accept} has returned from is on the disk: H2 forgets its last half second when a full disk makes it
 * give up its file, and the position must not go back under a running node.
 */
public final class AlertStore implements OutcomeSink {

    /**
     * How far the position may move on without outcomes before it is written. Nothing is lost when it is forgotten:
     * there were none.
     */
    private static final long UNWRITTEN_SEQUENCES = 100_000;

    private static final int SLICE = 2_000;

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Runnable afterCommit;
    private volatile StoreCounters counters;
    private volatile long position;
    private final RowTrimming trimmed = new RowTrimming();
    private boolean failedBefore;

    /** Calls {@code afterCommit} on the accepting thread when outcomes have been kept. */
    public AlertStore(Database database, Outbox outbox, InstantSource clock, Runnable afterCommit) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.counters = database.read("read the store's position", StoreCounters::read);
        this.position = counters.sequence();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void accept(long throughSequence, List<Outcome> outcomes) {
        if (throughSequence <= position) {
            return;
        }
        if (!outcomes.isEmpty() || throughSequence - counters.sequence() >= UNWRITTEN_SEQUENCES) {
            keep(throughSequence, outcomes);
        }
        position = throughSequence;
        if (!outcomes.isEmpty()) {
            afterCommit.run();
        }
    }

    /** Writes the position, which may have moved on without outcomes. */
    public void savePosition() {
        if (position > counters.sequence()) {
            keep(position, List.of());
        }
    }

    StoreCounters counters() {
        return counters;
    }

    private void keep(long throughSequence, List<Outcome> outcomes) {
        outbox.endpointsLock().lock();
        try {
            Kept kept = database.writeDurably("keep alerts", handle -> write(handle, throughSequence, outcomes));
            counters = kept.counters;
            if (failedBefore) {
                outbox.recount();
            } else {
                outbox.committed(kept.deliveries);
            }
            failedBefore = false;
        } catch (StoreException e) {
            // It may have been committed and only not got to the disk.
            failedBefore = true;
            throw e;
        } finally {
            outbox.endpointsLock().unlock();
        }
    }

    private record Kept(StoreCounters counters, OutboxBatch deliveries) {}

    /** In slices, so that a hundred thousand outcomes are not held in memory as text at once. */
    private Kept write(Handle handle, long throughSequence, List<Outcome> outcomes) throws SQLException {
        StoreCounters stored = StoreCounters.read(handle);
        long recordedNanos = Nanos.of(clock.instant());
        try (OutboxBatch deliveries = outbox.begin(handle, stored.delivery());
                AlertWriter writer = new AlertWriter(handle, deliveries, recordedNanos);
                LateWriter late = new LateWriter(handle);
                RowWriter rows = new RowWriter(handle);
                ListWriter lists = new ListWriter(handle)) {
            AlertChanges changes = new AlertChanges(stored.number(), stored.alerts());
            for (int start = 0; start < outcomes.size(); start += SLICE) {
                List<Outcome> slice = outcomes.subList(start, Math.min(outcomes.size(), start + SLICE)).stream()
                        .filter(outcome -> outcome.sequence() > stored.sequence())
                        .toList();
                changes.begin(StoredHeads.read(handle, slice));
                slice.forEach(changes::add);
                writer.write(changes);
                late.write(slice);
                lists.write(slice);
                trimmed.written(handle, rows.write(slice));
            }
            deliveries.send();
            StoreCounters next = new StoreCounters(
                    throughSequence, changes.lastNumber(), deliveries.lastDelivery(), changes.counts());
            next.write(handle);
            return new Kept(next, deliveries);
        }
    }
}
