package io.tripline.engine.core;

/**
 * What a rule knows of one key.
 *
 * <p>{@code live} has seen all events. Where late events may still come there are also the events they may come between,
 * and {@code settled}, which has seen only those before: from it the others are gone over again.
 */
final class KeyState {

    private final byte[] key;
    private final long hash;
    private RuleProgress live;
    private RuleProgress settledOrNull;
    private History historyOrNull;

    private long reportedNanos = Long.MIN_VALUE + 1;
    private long firedNanos = Long.MIN_VALUE;
    private long wakeNanos = Long.MAX_VALUE;

    KeyState(byte[] key, long hash, RuleProgress live) {
        this.key = key;
        this.hash = hash;
        this.live = live;
    }

    byte[] key() {
        return key;
    }

    long hash() {
        return hash;
    }

    RuleProgress live() {
        return live;
    }

    void replaceLive(RuleProgress progress) {
        live = progress;
        firedNanos = Long.MIN_VALUE;
    }

    RuleProgress settled() {
        return settledOrNull;
    }

    /** Whether events of the key have ever been kept. */
    boolean hasHistory() {
        return historyOrNull != null;
    }

    boolean isSettled() {
        return historyOrNull == null || historyOrNull.isEmpty() && firedNanos == Long.MIN_VALUE;
    }

    /** The events that are not settled; the first call makes a place for them. */
    History history() {
        if (historyOrNull == null) {
            historyOrNull = new History();
            settledOrNull = live.copy();
        }
        return historyOrNull;
    }

    /** Nothing is kept any more: the live state, which has seen no more than the settled one, stands for both. */
    void forgetHistory() {
        historyOrNull = null;
        settledOrNull = null;
        firedNanos = Long.MIN_VALUE;
    }

    /** What became due before this time has been reported. */
    long reportedNanos() {
        return reportedNanos;
    }

    void setReportedNanos(long nanos) {
        reportedNanos = nanos;
    }

    /** Time has completed matches of the live state up to here: an event before it is out of order. */
    long firedNanos() {
        return firedNanos;
    }

    void setFiredNanos(long nanos) {
        firedNanos = nanos;
    }

    /** When {@link Wakes} gives it out; {@link Long#MAX_VALUE} for never. */
    long wakeNanos() {
        return wakeNanos;
    }

    void setWakeNanos(long nanos) {
        wakeNanos = nanos;
    }
}
