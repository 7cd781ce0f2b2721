package io.tripline.engine.view;

/**
 * How far time has come, in nanoseconds since 1970; {@link Long#MIN_VALUE} before the first event. Never goes back.
 *
 * @param passedNanos where the slowest source stands, or where the clock has come without events: windows that end here or
 *     before are published
 * @param settledNanos no event that counts will come with a time before this: what ends here or before is let go
 */
public record ViewTime(long passedNanos, long settledNanos) {

    /** Before the first event. */
    public static final ViewTime BEGINNING = new ViewTime(Long.MIN_VALUE, Long.MIN_VALUE);
}
