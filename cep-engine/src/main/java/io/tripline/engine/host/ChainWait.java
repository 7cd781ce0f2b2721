package io.tripline.engine.host;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;

/**
 * Sleeps until the stage before is done. The Disruptor's own blocking strategies sleep only until something is put into
 * the ring and then spin on the stage before; here that is a sync of the disk, and the cores are wanted elsewhere.
 *
 * <p>The first stage is woken by what is put into the ring, the others by {@link #stageDone}.
 */
final class ChainWait implements WaitStrategy {

    /** A net below the signals: an alert that stops the threads wakes the first stage only. */
    private static final long LONGEST_SLEEP_MILLIS = 20;

    private final long spinNanos;
    private final Object filled = new Object();
    private final Object done = new Object();

    /** Waits awake for a moment before it sleeps; 0 sleeps at once. */
    ChainWait(long spinNanos) {
        this.spinNanos = spinNanos;
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        long available = spin(sequence, dependent, barrier);
        if (available >= sequence) {
            return available;
        }
        Object signal = dependent == cursor ? filled : done;
        synchronized (signal) {
            while ((available = dependent.get()) < sequence) {
                barrier.checkAlert();
                signal.wait(LONGEST_SLEEP_MILLIS);
            }
        }
        return available;
    }

    private long spin(long sequence, Sequence dependent, SequenceBarrier barrier) throws AlertException {
        long available = dependent.get();
        if (available >= sequence || spinNanos == 0) {
            return available;
        }
        long start = System.nanoTime();
        while ((available = dependent.get()) < sequence && System.nanoTime() - start < spinNanos) {
            barrier.checkAlert();
            Thread.onSpinWait();
        }
        return available;
    }

    /** Something was put into the ring. */
    @Override
    public void signalAllWhenBlocking() {
        synchronized (filled) {
            filled.notifyAll();
        }
    }

    /** A stage has moved on. */
    void stageDone() {
        synchronized (done) {
            done.notifyAll();
        }
    }
}
