package io.tripline.engine.host;

import com.lmax.disruptor.EventHandler;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.OutcomeOrder;
import io.tripline.engine.port.OutcomeSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts the outcomes of all partitions in order and hands them to the sink, those of all slots that had come in at once.
 * What the sink does not take it is offered again every second, and meanwhile the node takes no input.
 */
final class OutcomeHandler implements EventHandler<RingSlot> {

    /** Handed over at once even when more slots wait. */
    private static final int OUTCOMES_AT_ONCE = 1_000;

    /** The sink hears of its position after so many inputs without outcome, so that a restart has less to skip. */
    private static final long SILENT_INPUTS = 1 << 16;

    /**
     * Between two hand-overs lies at least this, so that a sink which pays for each one, with a transaction and a sync,
     * gets many slots at once under load. After a quiet moment the first one goes at once.
     */
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Lets time pass, in nanoseconds. */
    interface Pause {
        void nanos(long nanos);
    }

    private final OutcomeSink sink;
    private final Health health;
    private final Pause pause;
    private final Admission admission;

    private long handedOver;
    private long through;
    private long lastHandOverNanos = System.nanoTime() - PACE_NANOS;
    private final List<RingSlot> done = new ArrayList<>();
    private List<Outcome> collected = new ArrayList<>();
    private boolean stopped;

    OutcomeHandler(OutcomeSink sink, Health health, Admission admission) {
        this(sink, health, admission, LockSupport::parkNanos);
    }

    /** With a pause that takes no time in simulations. */
    OutcomeHandler(OutcomeSink sink, Health health, Admission admission, Pause pause) {
        this.pause = pause;
        this.sink = sink;
        this.health = health;
        this.admission = admission;
        this.handedOver = sink.position();
        this.through = handedOver;
    }

    @Override
    public void onStart() {
        Thread.currentThread().setName("tripline-outcomes");
    }

    @Override
    public void onEvent(RingSlot slot, long ringSequence, boolean endOfBatch) {
        stopped |= slot.incomplete;
        if (!stopped) {
            collect(slot);
        }
        SnapshotJob snapshot = slot.work instanceof Work.Snapshot work ? work.job() : null;
        clear(slot);
        if (snapshot != null) {
            handOver();
            told(snapshot);
        } else if (collected.size() >= OUTCOMES_AT_ONCE) {
            handOver();
        } else if (endOfBatch && (!collected.isEmpty() || through - handedOver >= SILENT_INPUTS)) {
            keepPace();
            handOver();
        }
        if (endOfBatch) {
            giveBack();
        }
    }

    /** The ring has the slots again when the batch is done, so no source may have their places before. */
    private void giveBack() {
        for (RingSlot slot : done) {
            admission.giveBack(slot.source, slot.bytes);
            slot.bytes = 0;
        }
        done.clear();
    }

    /** Tells the sink how far it all came. */
    @Override
    public void onShutdown() {
        if (through > handedOver) {
            handOver();
        }
    }

    private void collect(RingSlot slot) {
        through = Math.max(through, slot.work.lastSequence());
        int before = collected.size();
        int partitions = 0;
        for (List<Outcome> ofPartition : slot.outcomes) {
            partitions += ofPartition.isEmpty() ? 0 : 1;
            for (Outcome outcome : ofPartition) {
                if (outcome.sequence() > handedOver) {
                    collected.add(outcome);
                }
            }
        }
        if (partitions > 1) {
            collected.subList(before, collected.size()).sort(OutcomeOrder.INSTANCE);
        }
    }

    private void clear(RingSlot slot) {
        slot.outcomes.forEach(List::clear);
        slot.work = Work.NOTHING;
        slot.incomplete = false;
        done.add(slot);
    }

    private void told(SnapshotJob snapshot) {
        if (stopped) {
            snapshot.fail("the outcomes up to it are not kept");
        } else {
            snapshot.outcomesAreKept();
        }
    }

    /** What comes meanwhile waits in the ring, and is collected together next time. */
    private void keepPace() {
        long rest = lastHandOverNanos + PACE_NANOS - System.nanoTime();
        if (rest > 0) {
            pause.nanos(rest);
        }
    }

    private void handOver() {
        lastHandOverNanos = System.nanoTime();
        while (!stopped) {
            try {
                sink.accept(through, collected);
                health.sinkWorks();
                handedOver = through;
                collected = new ArrayList<>();
                return;
            } catch (RuntimeException e) {
                health.sinkFails("the outcomes cannot be kept: " + e.getMessage());
            }
            // Given up when the node closes: the journal has the inputs, the next start hands the outcomes over.
            stopped = health.isClosing();
            pause.nanos(stopped ? 0 : RETRY_NANOS);
        }
        collected.clear();
    }
}
