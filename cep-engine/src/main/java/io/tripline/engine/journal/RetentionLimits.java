package io.tripline.engine.journal;

/**
 * When segments are compressed and when they are removed. Age is counted from the newest entry of the journal back, by the
 * instants at which entries were taken in; no clock is asked. 0 means never, everywhere.
 *
 * @param archiveAfterNanos a segment is archived when all of it is so old
 * @param archiveBeyondBytes a segment is archived when so many bytes have been written behind it
 * @param keepNanos a segment is removed when all of it is so old and nobody needs it
 * @param keepBytes the oldest segments that nobody needs are removed while the journal takes more than this
 */
public record RetentionLimits(long archiveAfterNanos, long archiveBeyondBytes, long keepNanos, long keepBytes) {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Archived after a week, kept for ever. */
    public static final RetentionLimits DEFAULT = new RetentionLimits(7 * DAY_NANOS, 0, 0, 0);

    public RetentionLimits {
        if (archiveAfterNanos < 0 || archiveBeyondBytes < 0 || keepNanos < 0 || keepBytes < 0) {
            throw new IllegalArgumentException("limits must not be negative");
        }
    }
}
