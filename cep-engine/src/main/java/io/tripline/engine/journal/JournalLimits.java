package io.tripline.engine.journal;

/**
 * How large things may get.
 *
 * @param segmentBytes a file is ended and a new one begun when the next frame would pass this
 * @param segmentNanos a file is ended when its entries were taken in over so long a time, by their own instants
 * @param aheadBytes how much is allocated on the disk at a time, ahead of what is written
 * @param freeFloorBytes space that is left free on the disk for others: when less would be left, the journal is full
 */
public record JournalLimits(
        long segmentBytes, long segmentNanos, long aheadBytes, long freeFloorBytes, RetentionLimits retention) {

    private static final long MIB = 1 << 20;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Files of 256 MiB or a day, 4 MiB allocated at a time, 8 MiB left free for the alerts. */
    public static final JournalLimits DEFAULT =
            new JournalLimits(256 * MIB, DAY_NANOS, 4 * MIB, 8 * MIB, RetentionLimits.DEFAULT);

    /** A frame's largest length: what Chronicle maps at a time has to hold it. */
    public static final int FRAME_BYTES = 16 << 20;

    public JournalLimits {
        if (segmentBytes < 1 || segmentNanos < 1 || aheadBytes < 1 || freeFloorBytes < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** With files of a day at most. */
    public JournalLimits(long segmentBytes, long aheadBytes, long freeFloorBytes) {
        this(segmentBytes, DAY_NANOS, aheadBytes, freeFloorBytes, RetentionLimits.DEFAULT);
    }

    /** With other files. */
    public JournalLimits withSegments(long bytes, long nanos) {
        return new JournalLimits(bytes, nanos, aheadBytes, freeFloorBytes, retention);
    }

    /** With another retention. */
    public JournalLimits withRetention(RetentionLimits other) {
        return new JournalLimits(segmentBytes, segmentNanos, aheadBytes, freeFloorBytes, other);
    }
}
