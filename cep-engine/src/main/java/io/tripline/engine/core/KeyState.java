package io.tripline.engine.core;

import io.tripline.engine.program.Program;
import io.tripline.engine.window.RuleFeatures;

/**
 * What a rule knows of one key.
 *
 * <p>By itself it is the live state, which has seen all events. Where late events may still come there are also the events
 * they may come between, and {@code settled}, which has seen only those before: from it the others are gone over again.
 */
final class KeyState extends RuleProgress {

    /** What a key has where late events may still come, or where time alone does something; most keys have no such thing. */
    private static final class Past {
        private RuleProgress settledOrNull;
        private History historyOrNull;
        private long reportedNanos = NOTHING_REPORTED;
        private long firedNanos = Long.MIN_VALUE;
        private long wakeNanos = Long.MAX_VALUE;
    }

    private static final long NOTHING_REPORTED = Long.MIN_VALUE + 1;

    private final long first;
    private final long second;
    private final byte[] longKeyOrNull;
    private long lastNanos;
    private Past pastOrNull;

    /**
     * The state of a key that nothing is known of.
     *
     * @param first with {@code second}, a short key itself; as {@link KeyReader} has it
     * @param longKeyOrNull the bytes of a key that is not short
     * @param lastNanos when the key was seen last
     */
    KeyState(long first, long second, byte[] longKeyOrNull, long lastNanos, Program program, RuleFeatures features) {
        super(program, features);
        this.first = first;
        this.second = second;
        this.longKeyOrNull = longKeyOrNull;
        this.lastNanos = lastNanos;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    byte[] longKeyOrNull() {
        return longKeyOrNull;
    }

    /** The latest time of its events. */
    long lastNanos() {
        return lastNanos;
    }

    void seen(long nanos) {
        lastNanos = Math.max(lastNanos, nanos);
    }

    RuleProgress live() {
        return this;
    }

    void replaceLive(RuleProgress progress) {
        become(progress);
        if (pastOrNull != null) {
            pastOrNull.firedNanos = Long.MIN_VALUE;
        }
    }

    RuleProgress settled() {
        return pastOrNull == null ? null : pastOrNull.settledOrNull;
    }

    private Past past() {
        if (pastOrNull == null) {
            pastOrNull = new Past();
        }
        return pastOrNull;
    }

    /** Whether events of the key have ever been kept. */
    boolean hasHistory() {
        return pastOrNull != null && pastOrNull.historyOrNull != null;
    }

    boolean isSettled() {
        return !hasHistory() || pastOrNull.historyOrNull.isEmpty() && pastOrNull.firedNanos == Long.MIN_VALUE;
    }

    /** The events that are not settled; the first call makes a place for them. */
    History history() {
        Past past = past();
        if (past.historyOrNull == null) {
            past.historyOrNull = new History();
            past.settledOrNull = copy();
        }
        return past.historyOrNull;
    }

    /** Nothing is kept any more: the live state, which has seen no more than the settled one, stands for both. */
    void forgetHistory() {
        Past past = past();
        past.historyOrNull = null;
        past.settledOrNull = null;
        past.firedNanos = Long.MIN_VALUE;
    }

    /** What became due before this time has been reported. */
    long reportedNanos() {
        return pastOrNull == null ? NOTHING_REPORTED : pastOrNull.reportedNanos;
    }

    void setReportedNanos(long nanos) {
        past().reportedNanos = nanos;
    }

    /** Time has completed matches of the live state up to here: an event before it is out of order. */
    long firedNanos() {
        return pastOrNull == null ? Long.MIN_VALUE : pastOrNull.firedNanos;
    }

    void setFiredNanos(long nanos) {
        past().firedNanos = nanos;
    }

    /** When {@link Wakes} gives it out; {@link Long#MAX_VALUE} for never. */
    long wakeNanos() {
        return pastOrNull == null ? Long.MAX_VALUE : pastOrNull.wakeNanos;
    }

    void setWakeNanos(long nanos) {
        if (nanos != wakeNanos()) {
            past().wakeNanos = nanos;
        }
    }
}
