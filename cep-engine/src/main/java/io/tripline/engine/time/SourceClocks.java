package io.tripline.engine.time;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far each source has come in event time.
 *
 * <p>An event is late when its time is before (highest time of its source − what its type is allowed). A source that
 * joins, or comes back after it was idle, starts at the lowest mark of the others: the past they have settled stays as
 * it is. A source is idle when it has sent nothing among a number of inputs, so that one that has gone away does not hold
 * the watermark for ever.
 *
 * <p>{@link #settledNanos} never goes back.
 */
public final class SourceClocks {

    private static final int NO_SOURCE = -1;

    private final long idleInputs;
    private long[] highest = new long[0];
    private long[] longestLateAfter = new long[0];
    private long[] lastInput = new long[0];
    private boolean[] active = new boolean[0];
    private int lowestSource = NO_SOURCE;
    private long lowest = Long.MIN_VALUE;
    /** The source that holds the watermark. */
    private int slowest = NO_SOURCE;

    private long passed = Long.MIN_VALUE;
    private long passedBefore = Long.MIN_VALUE;

    /**
     * Clocks of no source.
     *
     * @param idleInputs a source is idle when it has sent nothing among that many inputs
     */
    public SourceClocks(long idleInputs) {
        this.idleInputs = idleInputs;
    }

    /**
     * An event has arrived.
     *
     * @param source its number, counted from 0
     * @param sequence its position among all inputs
     * @param lateAfterNanos how late its type may be
     * @return whether it is in time; a late event moves no clock
     */
    public boolean arrive(int source, long sequence, long timeNanos, long lateAfterNanos) {
        passedBefore = passed;
        if (source >= highest.length) {
            grow(source);
        }
        boolean joins = !active[source];
        long mark = joins ? Math.max(highest[source], lowest) : highest[source];
        if (mark != Long.MIN_VALUE && timeNanos < mark - lateAfterNanos) {
            return false;
        }
        active[source] = true;
        lastInput[source] = sequence;
        longestLateAfter[source] = Math.max(longestLateAfter[source], lateAfterNanos);
        highest[source] = Math.max(mark, timeNanos);
        if (lowestSource == NO_SOURCE || source == lowestSource && highest[source] > lowest) {
            findLowest();
        }
        while (isIdle(lowestSource, sequence)) {
            active[lowestSource] = false;
            findLowest();
        }
        findPassed(source, sequence);
        return true;
    }

    /** Asked only of the sources that hold something up: what others are changes nothing. */
    private boolean isIdle(int source, long sequence) {
        return sequence - lastInput[source] > idleInputs;
    }

    /**
     * No event of a type that may be that late will come with a time before this one and be in time; one with just this
     * time comes later in the order.
     */
    public long settledNanos(long lateAfterNanos) {
        return lowest == Long.MIN_VALUE ? Long.MIN_VALUE : lowest - lateAfterNanos;
    }

    /** The lowest mark of the sources that are not idle; {@link Long#MIN_VALUE} before the first event. */
    public long watermarkNanos() {
        long watermark = Long.MAX_VALUE;
        for (int source = 0; source < highest.length; source++) {
            if (active[source]) {
                watermark = Math.min(watermark, mark(source));
            }
        }
        return watermark == Long.MAX_VALUE ? Long.MIN_VALUE : watermark;
    }

    /** How far each source has come, by its number. */
    public List<SourceMark> marks() {
        List<SourceMark> marks = new ArrayList<>(highest.length);
        for (int source = 0; source < highest.length; source++) {
            // A place without a source has moved no clock and is not active.
            marks.add(new SourceMark(lastInput[source], mark(source), active[source]));
        }
        return marks;
    }

    /** What the watermark has passed: it never goes back, whatever a source may still be allowed to send. */
    public long passedNanos() {
        return passed;
    }

    /**
     * What the watermark had passed before the latest input. What that input makes come true, and be it a deadline that
     * it has passed, is not before this time.
     */
    public long passedBeforeNanos() {
        return passedBefore;
    }

    /** Time has come there without an event. */
    public void advance(long timeNanos) {
        passedBefore = passed;
        passed = Math.max(passed, timeNanos);
    }

    private void findPassed(int source, long sequence) {
        // Only the source that held the watermark can have moved it.
        if (source == slowest || slowest == NO_SOURCE || !active[slowest]) {
            findSlowest();
        } else if (mark(source) < mark(slowest)) {
            slowest = source;
        }
        while (isIdle(slowest, sequence)) {
            active[slowest] = false;
            findSlowest();
        }
        passed = Math.max(passed, mark(slowest));
    }

    private void findSlowest() {
        slowest = NO_SOURCE;
        for (int source = 0; source < highest.length; source++) {
            if (active[source] && (slowest == NO_SOURCE || mark(source) < mark(slowest))) {
                slowest = source;
            }
        }
    }

    private long mark(int source) {
        return highest[source] - longestLateAfter[source];
    }

    private void findLowest() {
        lowestSource = NO_SOURCE;
        for (int source = 0; source < highest.length; source++) {
            if (active[source] && (lowestSource == NO_SOURCE || highest[source] < highest[lowestSource])) {
                lowestSource = source;
            }
        }
        lowest = highest[lowestSource];
    }

    private void grow(int source) {
        int before = highest.length;
        int length = Math.max(source + 1, 2 * before);
        highest = Arrays.copyOf(highest, length);
        Arrays.fill(highest, before, length, Long.MIN_VALUE);
        longestLateAfter = Arrays.copyOf(longestLateAfter, length);
        lastInput = Arrays.copyOf(lastInput, length);
        active = Arrays.copyOf(active, length);
    }

    /** Writes how far all sources have come. */
    public void writeState(StateWriter out) {
        int count = highest.length;
        while (count > 0 && highest[count - 1] == Long.MIN_VALUE && !active[count - 1]) {
            count--;
        }
        out.number(count);
        for (int source = 0; source < count; source++) {
            out.signed(highest[source]).signed(longestLateAfter[source]).signed(lastInput[source]);
            out.flag(active[source]);
        }
        out.signed(lowestSource).signed(lowest).signed(slowest).signed(passed).signed(passedBefore);
    }

    /** Clocks of no source become those that were written. */
    public void readState(StateReader in) {
        int count = in.count();
        grow(count - 1);
        for (int source = 0; source < count; source++) {
            highest[source] = in.signed();
            longestLateAfter[source] = in.signed();
            lastInput[source] = in.signed();
            active[source] = in.flag();
        }
        lowestSource = (int) in.signed();
        lowest = in.signed();
        slowest = (int) in.signed();
        passed = in.signed();
        passedBefore = in.signed();
    }
}
