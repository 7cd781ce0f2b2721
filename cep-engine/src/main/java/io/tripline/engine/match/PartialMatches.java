package io.tripline.engine.match;

import io.tripline.engine.event.Event;
import io.tripline.engine.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The partial matches of one rule and key, in the order of their starts, and when what must not have come before a start
 * came last.
 */
public final class PartialMatches {

    /** Those of a rule whose every match is one event: there never is any, so all keys share this. */
    public static final PartialMatches NONE = new PartialMatches(List.of(), new long[0], null);

    private static final long[] NOTHING_LEADS = {};

    private final List<PartialMatch> matches;
    private final long[] lastForbiddenNanos;
    /** Instead of them, where the program shares them. */
    private final SharedMatches sharedOrNull;

    public PartialMatches(Program program) {
        this(
                program.sharesMatches() ? List.of() : new ArrayList<>(2),
                program.leading().length == 0 ? NOTHING_LEADS : new long[program.leading().length],
                program.sharesMatches() ? new SharedMatches(program) : null);
        Arrays.fill(lastForbiddenNanos, Long.MIN_VALUE);
    }

    private PartialMatches(List<PartialMatch> matches, long[] lastForbiddenNanos, SharedMatches sharedOrNull) {
        this.matches = matches;
        this.lastForbiddenNanos = lastForbiddenNanos;
        this.sharedOrNull = sharedOrNull;
    }

    /** A copy that goes its own way; captures are shared. */
    public PartialMatches copy() {
        if (this == NONE) {
            return this;
        }
        if (sharedOrNull != null) {
            return new PartialMatches(matches, lastForbiddenNanos, sharedOrNull.copy());
        }
        List<PartialMatch> copies = new ArrayList<>(matches.size());
        for (PartialMatch match : matches) {
            copies.add(match.copy());
        }
        return new PartialMatches(copies, lastForbiddenNanos.clone(), null);
    }

    /** How many there are; of those that are shared, how many events they have taken. */
    public int size() {
        return sharedOrNull == null ? matches.size() : sharedOrNull.size();
    }

    /** The one that started first, or null; null where they are shared. */
    public PartialMatch firstOrNull() {
        return matches.isEmpty() ? null : matches.get(0);
    }

    /** The event with which the oldest began, or null. */
    public Event oldestStartOrNull() {
        if (sharedOrNull != null) {
            return sharedOrNull.oldestStartOrNull();
        }
        return matches.isEmpty() ? null : matches.get(0).start();
    }

    /** Drops the oldest one, or those that began with the oldest event where they are shared; there must be one. */
    public void dropOldest() {
        if (sharedOrNull != null) {
            sharedOrNull.dropOldest();
        } else {
            matches.remove(0);
        }
    }

    /** Drops all. */
    public void dropAll() {
        if (sharedOrNull != null) {
            sharedOrNull.clear();
        } else {
            clear();
        }
    }

    SharedMatches shared() {
        return sharedOrNull;
    }

    PartialMatch get(int place) {
        return matches.get(place);
    }

    /** When an event came last that the leading ban of that number forbids; long ago when never. */
    long lastForbiddenNanos(int ban) {
        return lastForbiddenNanos[ban];
    }

    void forbid(int ban, long timeNanos) {
        lastForbiddenNanos[ban] = timeNanos;
    }

    void addFirstTo(List<PartialMatch> others, int count) {
        others.addAll(matches.subList(0, count));
    }

    void add(PartialMatch match) {
        matches.add(match);
    }

    void clear() {
        if (!matches.isEmpty()) {
            matches.clear();
        }
    }

    void forEach(Consumer<PartialMatch> action) {
        matches.forEach(action);
    }

    void removeIf(Predicate<PartialMatch> dropped) {
        if (!matches.isEmpty()) {
            matches.removeIf(dropped);
        }
    }

    /** Drops the first ones. */
    void removeFirst(int count) {
        matches.subList(0, count).clear();
    }

    /** Puts others in the place of all. */
    void replaceBy(List<PartialMatch> others) {
        matches.clear();
        matches.addAll(others);
    }

    /** Writes them; {@link #readState} reads them. */
    public void writeState(MatchWriter out) {
        for (long nanos : lastForbiddenNanos) {
            out.state().signed(nanos);
        }
        if (sharedOrNull != null) {
            sharedOrNull.writeState(out.state());
            return;
        }
        out.state().number(matches.size());
        matches.forEach(match -> match.writeState(out));
    }

    /** Those of a program become what was written; there are none yet. */
    public void readState(Program program, MatchReader in) {
        for (int i = 0; i < lastForbiddenNanos.length; i++) {
            lastForbiddenNanos[i] = in.state().signed();
        }
        if (sharedOrNull != null) {
            sharedOrNull.readState(in.state());
            return;
        }
        for (int left = in.state().count(); left > 0; left--) {
            matches.add(PartialMatch.read(program, in));
        }
    }
}
