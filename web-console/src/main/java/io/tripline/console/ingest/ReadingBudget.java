package io.tripline.console.ingest;

import java.util.concurrent.Semaphore;

/** Memory for bodies that are being read, so that no number of senders can use more. Safe for use by several threads. */
final class ReadingBudget {

    /** The longest event twice over (its text, and as it grows), two batches, and what unzipping needs. */
    static final int BYTES_PER_REQUEST = 2 << 20;

    private final Semaphore requests;

    ReadingBudget(long bytes) {
        this.requests = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / BYTES_PER_REQUEST));
    }

    /** Whether one more body may be read now; if so, {@link #release} must follow. */
    boolean tryReserve() {
        return requests.tryAcquire();
    }

    void release() {
        requests.release();
    }
}
