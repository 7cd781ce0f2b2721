package io.tripline.engine.host;

import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The ring and the threads behind it. Any thread may put something in. */
final class Pipeline {

    private static final EventTranslatorOneArg<RingSlot, Input> PUT = (slot, sequence, input) -> {
        slot.input = input;
        slot.bytes = input.bytes();
        slot.source = input.source();
        slot.putNanos = System.nanoTime();
        slot.place = sequence;
    };
    private static final long PAUSE_NANOS = 50_000;

    private final Disruptor<RingSlot> disruptor;
    private final RingBuffer<RingSlot> ring;
    private final Admission admission;
    private final AcknowledgeHandler acknowledge = new AcknowledgeHandler();
    private final Stage journal;
    private final OutcomeHandler outcomes;
    private final List<Thread> threads = new ArrayList<>();

    Pipeline(
            NodeOptions options,
            Health health,
            Admission admission,
            JournalHandler journal,
            List<EngineHandler> engines,
            OutcomeHandler outcomes) {
        this.admission = admission;
        this.outcomes = outcomes;
        int partitions = engines.size();
        ChainWait wait = options.waitMode().strategy();
        disruptor = new Disruptor<>(
                () -> new RingSlot(partitions),
                options.limits().ringSlots(),
                this::newThread,
                ProducerType.MULTI,
                wait);
        disruptor.setDefaultExceptionHandler(new StopForGood(health));
        this.journal = new Stage(journal, wait);
        var journaled = disruptor.handleEventsWith(this.journal);
        journaled.then(acknowledge);
        journaled
                .then(engines.stream().map(engine -> new Stage(engine, wait)).toArray(Stage[]::new))
                .then(outcomes);
        ring = disruptor.start();
    }

    private Thread newThread(Runnable loop) {
        Thread thread = new Thread(loop);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** Puts an input into the ring; false when there is no room. */
    boolean tryPut(Input input) {
        if (!admission.tryTake(input)) {
            return false;
        }
        if (ring.tryPublishEvent(PUT, input)) {
            return true;
        }
        admission.giveBack(input.source(), input.bytes());
        return false;
    }

    /** Puts an input into the ring and waits for room where there is none. */
    void put(Input input) {
        while (!tryPut(input)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    int capacity() {
        return ring.getBufferSize();
    }

    int used() {
        return (int) (ring.getBufferSize() - ring.remainingCapacity());
    }

    long bytesUsed() {
        return admission.bytes().used();
    }

    long bytesCapacity() {
        return admission.bytes().limit();
    }

    /** How many bytes of events a source could put in now. */
    long bytesLeft(String source) {
        return admission.bytes().left(source);
    }

    /** How long the oldest input has waited that is not durable yet; 0 when there is none. */
    long durableLagNanos() {
        return lagNanos(disruptor.getSequenceValueFor(journal));
    }

    /** How long the oldest input has waited whose outcomes have not been handed over yet; 0 when there is none. */
    long outcomeLagNanos() {
        return lagNanos(disruptor.getSequenceValueFor(outcomes));
    }

    private long lagNanos(long done) {
        RingSlot next = ring.get(done + 1);
        long putNanos = next.putNanos;
        // Not of this place when nothing was put there yet, or when it has been worked off meanwhile.
        return next.place == done + 1 ? Math.max(0, System.nanoTime() - putNanos) : 0;
    }

    /** Waits until everything put in so far is worked off, answers and outcomes included. */
    void drain() {
        long last = ring.getCursor();
        while (disruptor.getSequenceValueFor(outcomes) < last || disruptor.getSequenceValueFor(acknowledge) < last) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Ends the threads; nobody puts anything in any more. */
    void halt() {
        disruptor.halt();
        for (Thread thread : threads) {
            joinFully(thread);
        }
    }

    private static void joinFully(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The handlers catch what can happen; the ring itself would go on after an exception, so this stops the input. */
    private record StopForGood(Health health) implements ExceptionHandler<RingSlot> {

        @Override
        public void handleEventException(Throwable e, long ringSequence, RingSlot slot) {
            health.failForGood("a handler of the ring failed: " + e);
        }

        @Override
        public void handleOnStartException(Throwable e) {
            health.failForGood("a handler of the ring did not start: " + e);
        }

        @Override
        public void handleOnShutdownException(Throwable e) {
            health.failForGood("a handler of the ring did not stop: " + e);
        }
    }
}
