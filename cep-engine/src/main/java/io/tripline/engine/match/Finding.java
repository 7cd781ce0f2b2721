package io.tripline.engine.match;

/**
 * A match that is complete.
 *
 * @param atNanos its last event's time, or its deadline
 * @param momentNanos the time at which it became complete
 * @param dueNanos it is to be reported when time is later than this; {@link #AT_ONCE} when it need not wait
 * @param silent whether {@code once per} keeps it quiet, so that nothing comes of it but its score
 */
public record Finding(PartialMatch match, long atNanos, long momentNanos, long dueNanos, boolean silent) {

    /** Stands for "with its last event". */
    public static final long AT_ONCE = Long.MIN_VALUE;

    Finding(PartialMatch match, long atNanos, long momentNanos, long dueNanos) {
        this(match, atNanos, momentNanos, dueNanos, false);
    }

    /** The same match, kept quiet. */
    public Finding silenced() {
        return new Finding(match, atNanos, momentNanos, dueNanos, true);
    }
}
