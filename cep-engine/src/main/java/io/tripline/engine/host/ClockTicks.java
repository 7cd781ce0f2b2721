package io.tripline.engine.host;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Moves event time on while no events come, so that a deadline passes on a quiet stream too: from the watermark that the
 * last event has left, at the pace at which time passes. So a stream of the past, or of a machine whose clock is wrong,
 * keeps its own time, and a clock that is set changes nothing: how much time has passed is not asked of it.
 *
 * <p>Ticks are inputs and stand in the journal. There are none where time alone does nothing. Used by one thread.
 */
final class ClockTicks {

    /** Takes the time to move on to, nanoseconds since 1970. */
    interface Target {
        void advanceTime(long timeNanos);
    }

    private final LongSupplier elapsedNanos;
    private final Supplier<JournalProgress> progress;
    private final LongSupplier watermarkNanos;
    private final Target target;

    private long seenEvents = -1;
    private long quietSinceNanos;
    private long watermarkThenNanos;
    private boolean quiet;
    private long lastTickNanos = Long.MIN_VALUE;

    /**
     * Ticks for a node.
     *
     * @param elapsedNanos time that has passed since some moment, as {@link System#nanoTime} has it
     * @param watermarkNanos the event time that has passed, or {@link Long#MIN_VALUE}
     */
    ClockTicks(
            LongSupplier elapsedNanos, Supplier<JournalProgress> progress, LongSupplier watermarkNanos, Target target) {
        this.elapsedNanos = elapsedNanos;
        this.progress = progress;
        this.watermarkNanos = watermarkNanos;
        this.target = target;
    }

    /** Called at even distances: moves time on if no event has come since the last call. */
    void look() {
        JournalProgress now = progress.get();
        if (now.events() != seenEvents) {
            seenEvents = now.events();
            quiet = false;
            return;
        }
        long watermark = watermarkNanos.getAsLong();
        // The engines may be behind the journal: then the last events move time on while none come any more.
        if (!quiet || watermark > Math.max(watermarkThenNanos, lastTickNanos)) {
            quiet = true;
            quietSinceNanos = elapsedNanos.getAsLong();
            watermarkThenNanos = watermark;
        } else if (watermarkThenNanos != Long.MIN_VALUE && waits(now.rules().plan())) {
            tick(watermarkThenNanos + elapsedNanos.getAsLong() - quietSinceNanos);
        }
    }

    private void tick(long timeNanos) {
        // Two looks may fall into one moment.
        if (timeNanos > lastTickNanos && timeNanos > watermarkThenNanos) {
            lastTickNanos = timeNanos;
            target.advanceTime(timeNanos);
        }
    }

    /** Whether time alone does something: for a deadline, for what waits, for a window of a view. */
    static boolean waits(RuleSetPlan rules) {
        return !rules.views().isEmpty()
                || rules.rules().stream().map(RulePlan::trigger).anyMatch(ClockTicks::waits);
    }

    private static boolean waits(TriggerPlan trigger) {
        return trigger instanceof TriggerPlan.Match match
                && (match.waits() || match.deadline().isPresent());
    }
}
