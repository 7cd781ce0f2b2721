package io.tripline.engine.host;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts by the second, to tell the rate over the last few. One thread adds, any may read. */
final class RateMeter {

    private static final int SECONDS = 5;
    private static final int BUCKETS = 8;
    private static final long NANOS = 1_000_000_000L;

    /** For each bucket the second it counts, then the count. */
    private final AtomicLongArray buckets = new AtomicLongArray(2 * BUCKETS);

    void add(long count, long nanoTime) {
        long second = Math.floorDiv(nanoTime, NANOS);
        int bucket = 2 * (int) Math.floorMod(second, (long) BUCKETS);
        if (buckets.get(bucket) != second) {
            buckets.set(bucket + 1, 0);
            buckets.set(bucket, second);
        }
        buckets.set(bucket + 1, buckets.get(bucket + 1) + count);
    }

    /** Per second, over the last five whole seconds. */
    double perSecond(long nanoTime) {
        long now = Math.floorDiv(nanoTime, NANOS);
        long sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            long second = buckets.get(2 * i);
            if (second < now && second >= now - SECONDS) {
                sum += buckets.get(2 * i + 1);
            }
        }
        return (double) sum / SECONDS;
    }
}
