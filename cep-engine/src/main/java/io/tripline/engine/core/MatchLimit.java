package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.match.Matcher;
import io.tripline.engine.program.Program;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Holds a rule to its limit on partial matches in all: past it those that began first go, whosever they are.
 *
 * <p>Each slice of the keys ({@link Partition#slice}) has its share of the limit. A slice lies in one partition whatever
 * their number, so what goes does not depend on that. As long as a slice is within its share nothing but a count is kept;
 * one that has come to it keeps its keys in the order of their oldest matches.
 */
final class MatchLimit {

    private static final int NOTHING_TO_COMPACT = 1_000;

    /** That a key's oldest match began with this event, at the moment of writing. */
    private record Oldest(Event start, KeyState state) {

        private static final Comparator<Oldest> ORDER = Comparator.<Oldest>comparingLong(
                        oldest -> oldest.start().timeNanos())
                .thenComparingLong(oldest -> oldest.start().sequence())
                .thenComparingInt(oldest -> oldest.start().ordinal());

        boolean holds() {
            return start.isSame(state.matches().oldestStartOrNull());
        }
    }

    /** The keys of a slice that is at its limit; what is not so any more is left in until it comes to the front. */
    private static final class Line extends PriorityQueue<Oldest> {
        private static final long serialVersionUID = 1;

        Line() {
            super(Oldest.ORDER);
        }

        void add(KeyState state) {
            Event start = state.matches().oldestStartOrNull();
            if (start != null) {
                add(new Oldest(start, state));
            }
        }
    }

    private final Program program;
    private final KeyTable keys;
    private final Consumer<KeyState> beforeChange;
    private final int limitOfSlice;
    private int[] counts = {};
    private Line[] lines = {};
    private long total;
    private long dropped;

    /**
     * A limit that nothing counts towards yet.
     *
     * @param limit on the partial matches of all keys together
     * @param limitOfKey on those of one; a slice has room for it
     * @param beforeChange is told of a key before it loses a match
     */
    MatchLimit(Program program, KeyTable keys, int limit, int limitOfKey, Consumer<KeyState> beforeChange) {
        this.beforeChange = beforeChange;
        this.program = program;
        this.keys = keys;
        this.limitOfSlice = Matcher.kept(program, Math.max(limitOfKey, limit / Partition.SLICES));
    }

    /** How many partial matches there are; where they are shared, how many events they have taken. */
    long total() {
        return total;
    }

    /** How many had to go that could still have become complete. */
    long dropped() {
        return dropped;
    }

    /**
     * A key has other partial matches than before.
     *
     * @param before how many there were
     * @param passedNanos what the watermark has passed
     */
    void changed(KeyState state, int before, long passedNanos) {
        int now = state.matches().size();
        if (now == before && lines.length == 0) {
            return;
        }
        if (counts.length == 0) {
            counts = new int[Partition.SLICES];
        }
        int slice = state.slice();
        counts[slice] += now - before;
        total += now - before;
        if (counts[slice] > limitOfSlice) {
            drop(slice, state, passedNanos);
        } else if (lines.length > 0 && lines[slice] != null) {
            lines[slice].add(state);
            if (counts[slice] < limitOfSlice / 2 || lines[slice].size() > NOTHING_TO_COMPACT + 4 * limitOfSlice) {
                lines[slice] = null;
            }
        }
    }

    private void drop(int slice, KeyState changed, long passedNanos) {
        if (lines.length == 0) {
            lines = new Line[Partition.SLICES];
        }
        if (lines[slice] == null) {
            lines[slice] = lineOf(slice);
        } else {
            lines[slice].add(changed);
        }
        while (counts[slice] > limitOfSlice) {
            Oldest oldest = lines[slice].remove();
            if (oldest.holds()) {
                int before = oldest.state().matches().size();
                beforeChange.accept(oldest.state());
                oldest.state().dropOldestMatch();
                int gone = before - oldest.state().matches().size();
                counts[slice] -= gone;
                total -= gone;
                dropped += isOutOfTime(oldest.start(), passedNanos) ? 0 : 1;
                lines[slice].add(oldest.state());
            }
        }
    }

    private Line lineOf(int slice) {
        Line line = new Line();
        for (KeyState state : keys.all()) {
            if (state.slice() == slice) {
                line.add(state);
            }
        }
        return line;
    }

    /** Such a match is only there because nobody has looked at its key since. */
    private boolean isOutOfTime(Event start, long passedNanos) {
        return !program.isDelayed()
                && program.withinNanos() != Program.UNBOUNDED
                && passedNanos - start.timeNanos() > program.withinNanos();
    }
}
