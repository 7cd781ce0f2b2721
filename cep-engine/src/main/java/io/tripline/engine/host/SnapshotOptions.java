package io.tripline.engine.host;

import java.time.Duration;

/**
 * When a node writes what its engines know, so that the next start has only the rest of the journal to read.
 *
 * @param interval so long after the last snapshot the next one is begun, if anything has come since
 * @param journalBytes a snapshot is begun earlier when the journal has grown by that since the last one
 * @param onClose how long a node that is closed may take to write one; zero writes none then
 */
public record SnapshotOptions(Duration interval, long journalBytes, Duration onClose) {

    /** Every ten minutes or every gibibyte of journal, and for at most half a minute when the node is closed. */
    public static final SnapshotOptions DEFAULT =
            new SnapshotOptions(Duration.ofMinutes(10), 1L << 30, Duration.ofSeconds(30));

    public SnapshotOptions {
        if (interval.isNegative() || interval.isZero() || journalBytes < 1 || onClose.isNegative()) {
            throw new IllegalArgumentException("times and sizes of snapshots must be positive");
        }
    }
}
