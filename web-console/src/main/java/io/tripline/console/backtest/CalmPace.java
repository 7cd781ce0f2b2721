package io.tripline.console.backtest;

import io.tripline.engine.backtest.Pace;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * A pace that leaves the node its due: a run has a share of one core, and waits while inputs wait for the node. For one
 * run.
 */
final class CalmPace implements Pace {

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long WAIT_MILLIS = 5;

    /** A ring with more in it than this is filling. */
    private static final double CALM_RING = 0.125;

    private final DoubleSupplier ringUse;
    private final double share;
    private long sliceNanos = System.nanoTime();

    /** @param share of a core, more than 0 and at most 1 */
    CalmPace(DoubleSupplier ringUse, double share) {
        this.ringUse = ringUse;
        this.share = share;
    }

    @Override
    public void step() throws InterruptedException {
        long worked = System.nanoTime() - sliceNanos;
        if (worked < SLICE_NANOS) {
            return;
        }
        TimeUnit.NANOSECONDS.sleep((long) (worked * (1 - share) / share));
        while (ringUse.getAsDouble() > CALM_RING) {
            Thread.sleep(WAIT_MILLIS);
        }
        sliceNanos = System.nanoTime();
    }
}
