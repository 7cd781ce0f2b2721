package io.tripline.engine.match;

/**
 * A match that is complete.
 *
 * @param atNanos its last event's time, or its deadline
 * @param momentNanos the time at which it became complete
 * @param dueNanos it is to be reported when time is later than this; {@link #AT_ONCE} when it need not wait
 */
public record Finding(PartialMatch match, long atNanos, long momentNanos, long dueNanos) {

    /** Stands for "with its last event". */
    public static final long AT_ONCE = Long.MIN_VALUE;
}
