package io.tripline.engine.host;

import io.tripline.engine.time.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Moves event time on past sources that have fallen silent while others send, so that one that has gone away does not hold
 * up the deadlines of all: to where the slowest of the others has come.
 *
 * <p>That is a clock tick, an input in the journal. No event is late because of it: what the silent source sends when it is
 * back is put in its place, and what that disproves is retracted. Used by one thread.
 */
final class IdleSources {

    private static final class Seen {
        private long lastSequence;
        private long sinceNanos;
    }

    private final LongSupplier elapsedNanos;
    private final long idleAfterNanos;
    private final Supplier<List<SourceMark>> marks;
    private final ClockTicks.Target target;
    private final List<Seen> seen = new ArrayList<>();
    private long lastTickNanos = Long.MIN_VALUE;

    /**
     * Knows no source yet.
     *
     * @param elapsedNanos time that has passed since some moment, as {@link System#nanoTime} has it
     * @param idleAfterNanos a source is idle when it has sent nothing for so long
     * @param marks of the sources, by their numbers; those that are known keep theirs
     */
    IdleSources(
            LongSupplier elapsedNanos,
            long idleAfterNanos,
            Supplier<List<SourceMark>> marks,
            ClockTicks.Target target) {
        this.elapsedNanos = elapsedNanos;
        this.idleAfterNanos = idleAfterNanos;
        this.marks = marks;
        this.target = target;
    }

    /** Called now and then. */
    void look() {
        long now = elapsedNanos.getAsLong();
        long slowestNanos = Long.MAX_VALUE;
        long watermarkNanos = Long.MAX_VALUE;
        List<SourceMark> known = marks.get();
        for (int source = 0; source < known.size(); source++) {
            SourceMark mark = known.get(source);
            boolean sends = now - lastSeenNanos(source, mark, now) < idleAfterNanos;
            if (mark.active()) {
                watermarkNanos = Math.min(watermarkNanos, mark.markNanos());
                slowestNanos = sends ? Math.min(slowestNanos, mark.markNanos()) : slowestNanos;
            }
        }
        // Where nobody sends, time goes on at its own pace, and not from here.
        if (slowestNanos != Long.MAX_VALUE && slowestNanos > watermarkNanos && slowestNanos > lastTickNanos) {
            lastTickNanos = slowestNanos;
            target.advanceTime(slowestNanos);
        }
    }

    private long lastSeenNanos(int source, SourceMark mark, long now) {
        if (source == seen.size()) {
            seen.add(new Seen());
        }
        Seen last = seen.get(source);
        if (last.lastSequence != mark.lastSequence()) {
            last.lastSequence = mark.lastSequence();
            last.sinceNanos = now;
        }
        return last.sinceNanos;
    }
}
