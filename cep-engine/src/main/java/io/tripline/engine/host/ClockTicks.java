package io.tripline.engine.host;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.engine.port.TimeSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Moves event time on while no events come, so that a deadline passes on a quiet stream too: from the watermark that the
 * last event has left, at the pace of the clock. So a stream of the past, or of a machine whose clock is wrong, keeps its
 * own time.
 *
 * <p>Ticks are inputs and stand in the journal; the clock is asked for nothing else. There are none where time alone does
 * nothing. Used by one thread.
 */
final class ClockTicks {

    /** Takes the time to move on to, nanoseconds since 1970. */
    interface Target {
        void advanceTime(long timeNanos);
    }

    private final TimeSource clock;
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
     * @param watermarkNanos the event time that has passed, or {@link Long#MIN_VALUE}
     */
    ClockTicks(TimeSource clock, Supplier<JournalProgress> progress, LongSupplier watermarkNanos, Target target) {
        this.clock = clock;
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
        if (!quiet) {
            quiet = true;
            quietSinceNanos = clock.nowNanos();
            watermarkThenNanos = watermarkNanos.getAsLong();
        } else if (watermarkThenNanos != Long.MIN_VALUE && waits(now.rules().plan())) {
            tick(watermarkThenNanos + clock.nowNanos() - quietSinceNanos);
        }
    }

    private void tick(long timeNanos) {
        // The clock may have been set back.
        if (timeNanos > lastTickNanos && timeNanos > watermarkThenNanos) {
            lastTickNanos = timeNanos;
            target.advanceTime(timeNanos);
        }
    }

    /** Whether time alone does something: for a deadline, for what waits, for a window of a view. */
    private static boolean waits(RuleSetPlan rules) {
        return !rules.views().isEmpty()
                || rules.rules().stream().map(RulePlan::trigger).anyMatch(ClockTicks::waits);
    }

    private static boolean waits(TriggerPlan trigger) {
        return trigger instanceof TriggerPlan.Match match
                && (match.waits() || match.deadline().isPresent());
    }
}
