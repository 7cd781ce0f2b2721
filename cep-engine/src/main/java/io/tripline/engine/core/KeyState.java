package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.match.MatchReader;
import io.tripline.engine.match.MatchWriter;
import io.tripline.engine.program.Program;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.window.RuleFeatures;
import java.util.Arrays;

/**
 * What a rule knows of one key.
 *
 * <p>By itself it is the live state, which has seen all events. Where late events may still come there are also the events
 * they may come between, and {@code settled}, which has seen only those before: from it the others are gone over again.
 */
class KeyState extends RuleProgress implements Comparable<KeyState> {

    /** What a key has where late events may still come, or where time alone does something; most keys have no such thing. */
    private static final class Past {
        private RuleProgress settledOrNull;
        private History historyOrNull;
        private long reportedNanos = NOTHING_REPORTED;
        private long firedNanos = Long.MIN_VALUE;
        private long wakeNanos = Long.MAX_VALUE;
    }

    /** Of a key that is forgotten: whoever still knows it finds nothing there. */
    private static final Past GONE = new Past();

    private static final int NUMBER = 0;
    private static final int PAIR = 1;
    private static final int LONG = 2;

    private static final long NOTHING_REPORTED = Long.MIN_VALUE + 1;

    private final long first;
    private final long second;
    private short slice;
    private long lastNanos;
    private Past pastOrNull;

    KeyState(long first, long second, int slice, long lastNanos, Program program, RuleFeatures features) {
        super(program, features);
        this.first = first;
        this.second = second;
        this.slice = (short) slice;
        this.lastNanos = lastNanos;
    }

    /**
     * The state of a key that nothing is known of.
     *
     * @param first with {@code second}, a short key itself; as {@link KeyReader} has it
     * @param longKeyOrNull the bytes of a key that is not short
     * @param slice of the keys in which it is
     * @param lastNanos when the key was seen last
     */
    static KeyState of(
            long first,
            long second,
            byte[] longKeyOrNull,
            int slice,
            long lastNanos,
            Program program,
            RuleFeatures features) {
        return longKeyOrNull == null
                ? new KeyState(first, second, slice, lastNanos, program, features)
                : new OfLongKey(first, second, longKeyOrNull, slice, lastNanos, program, features);
    }

    /** Most keys are short, and have no room for what they do not need. */
    private static final class OfLongKey extends KeyState {

        private final byte[] longKey;

        OfLongKey(
                long first,
                long second,
                byte[] longKey,
                int slice,
                long lastNanos,
                Program program,
                RuleFeatures features) {
            super(first, second, slice, lastNanos, program, features);
            this.longKey = longKey;
        }

        @Override
        byte[] longKeyOrNull() {
            return longKey;
        }
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    byte[] longKeyOrNull() {
        return null;
    }

    int slice() {
        return slice;
    }

    void setSlice(int sliceOfKey) {
        slice = (short) sliceOfKey;
    }

    /** What began first goes, from the settled state too. */
    void dropOldestMatch() {
        Event start = matches().oldestStartOrNull();
        matches().dropOldest();
        if (settled() != null && start.isSame(settled().matches().oldestStartOrNull())) {
            settled().matches().dropOldest();
        }
    }

    /** An order of the keys of one rule that depends on nothing but them. */
    @Override
    public int compareTo(KeyState other) {
        int byFirst = Long.compare(first, other.first);
        int bySecond = byFirst == 0 ? Long.compare(second, other.second) : byFirst;
        return bySecond == 0 && longKeyOrNull() != null
                ? Arrays.compare(longKeyOrNull(), other.longKeyOrNull())
                : bySecond;
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

    /** The key is forgotten. */
    void leave() {
        pastOrNull = GONE;
    }

    boolean isGone() {
        return pastOrNull == GONE;
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

    /** Writes which key it is. */
    void writeName(StateWriter out) {
        if (longKeyOrNull() != null) {
            out.number(LONG).bytes(longKeyOrNull());
        } else if (second == 0) {
            out.number(NUMBER).signed(first);
        } else {
            out.number(PAIR).signed(first).signed(second);
        }
    }

    /** A new state of the key that was named. */
    static KeyState named(StateReader in, RuleParts rule) {
        int kind = in.count();
        byte[] longKey = kind == LONG ? in.bytes() : null;
        long first = kind == LONG ? 0 : in.signed();
        long second = kind == PAIR ? in.signed() : kind == LONG ? KeyReader.NOT_SHORT : 0;
        return of(first, second, longKey, 0, Long.MIN_VALUE, rule.program(), rule.features());
    }

    /** Writes what is known of the key; {@link #readState} reads it. */
    void writeState(RuleParts rule, StateWriter out) {
        MatchWriter matches = new MatchWriter(rule.program(), out);
        out.signed(lastNanos);
        writeState(rule.features(), matches);
        out.flag(hasHistory());
        if (hasHistory()) {
            pastOrNull.settledOrNull.writeState(rule.features(), matches);
            pastOrNull.historyOrNull.writeState(rule, out);
            out.signed(pastOrNull.firedNanos);
        }
        if (rule.program().isDelayed()) {
            out.signed(reportedNanos()).signed(wakeNanos());
        }
    }

    /**
     * A new state becomes what was written.
     *
     * @return when {@link Wakes} is to give it out; {@link Long#MAX_VALUE} for never
     */
    long readState(RuleParts rule, StateReader in) {
        MatchReader matches = new MatchReader(rule.program(), in);
        lastNanos = in.signed();
        readState(rule.features(), rule.program(), matches);
        if (in.flag()) {
            Past past = past();
            past.settledOrNull = new RuleProgress(rule.program(), rule.features());
            past.settledOrNull.readState(rule.features(), rule.program(), matches);
            past.historyOrNull = new History();
            past.historyOrNull.readState(rule, in);
            past.firedNanos = in.signed();
        }
        if (rule.program().isDelayed()) {
            past().reportedNanos = in.signed();
            return in.signed();
        }
        return Long.MAX_VALUE;
    }
}
