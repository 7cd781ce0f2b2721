package io.tripline.engine.journal;

/**
 * How large things may get.
 *
 * @param segmentBytes a file is ended and a new one begun when the next frame would pass this
 * @param aheadBytes how much is allocated on the disk at a time, ahead of what is written
 * @param freeFloorBytes space that is left free on the disk for others: when less would be left, the journal is full
 */
public record JournalLimits(long segmentBytes, long aheadBytes, long freeFloorBytes) {

    private static final long MIB = 1 << 20;

    /** Files of 256 MiB, 4 MiB allocated at a time, 8 MiB left free for the alerts. */
    public static final JournalLimits DEFAULT = new JournalLimits(256 * MIB, 4 * MIB, 8 * MIB);

    /** A frame's largest length: what Chronicle maps at a time has to hold it. */
    public static final int FRAME_BYTES = 16 << 20;

    public JournalLimits {
        if (segmentBytes < 1 || aheadBytes < 1 || freeFloorBytes < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
