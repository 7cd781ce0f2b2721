package io.tripline.console.ingest;

import io.tripline.engine.host.FairShare;

/**
 * Memory for bodies that are being read, so that no number of senders can use more, and no source all of it. Safe for use
 * by several threads.
 */
final class ReadingBudget {

    /** The longest event twice over (its text, and as it grows), two batches, and what unzipping needs. */
    static final int BYTES_PER_REQUEST = 2 << 20;

    private final FairShare requests;

    ReadingBudget(long bytes) {
        this.requests = new FairShare(bytes / BYTES_PER_REQUEST);
    }

    /** How many bodies may be read at a time. */
    long limit() {
        return requests.limit();
    }

    /** How many more a source may send now. */
    long left(String source) {
        return requests.left(source);
    }

    /** Whether one more body of the source may be read now; if so, {@link #release} must follow. */
    boolean tryReserve(String source) {
        return requests.tryTake(source, 1);
    }

    void release(String source) {
        requests.giveBack(source, 1);
    }
}
