package io.tripline.engine.core;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.view.RowChange;
import io.tripline.engine.view.ViewProgram;
import io.tripline.engine.view.ViewRunner;
import io.tripline.engine.view.ViewTime;
import java.util.function.Consumer;

/** A view at work, in the one engine it is at home in: its rows have one order, and its limit is one. */
final class ActiveView {

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final ViewRunner runner;
    private final long lateAfterNanos;

    ActiveView(ViewPlan plan, EngineLimits limits) {
        this.runner = new ViewRunner(ViewProgram.compile(plan), limits.windowsPerView());
        // The rows are as late as the events they are made of.
        this.lateAfterNanos = plan.row().lateAfterNanos();
    }

    /** Spreads views over the partitions. */
    static long homeOf(String view) {
        return view.chars().asLongStream().reduce(SEED, (hash, c) -> ByteHash.mix(hash + c));
    }

    ViewPlan plan() {
        return runner.program().plan();
    }

    long windows() {
        return runner.held();
    }

    long leftOutEvents() {
        return runner.leftOut();
    }

    /** The scope's event, which is of the view's type, has arrived; it is in time. */
    void eventArrived(Scope scope, SourceClocks clocks, Consumer<Outcome> out) {
        long sequence = scope.event().sequence();
        int ordinal = scope.event().ordinal();
        runner.eventArrived(scope, time(clocks), change -> out.accept(outcome(sequence, ordinal, change)));
    }

    /** Time may have moved on. */
    void timePassed(SourceClocks clocks, long sequence, Consumer<Outcome> out) {
        runner.timePassed(sequence, time(clocks), change -> out.accept(outcome(sequence, 0, change)));
    }

    /** A row does not wait for what may still come late: it is revised then. */
    private ViewTime time(SourceClocks clocks) {
        long comeNanos = Math.max(clocks.settledNanos(0), clocks.passedNanos());
        return new ViewTime(comeNanos, clocks.settledNanos(lateAfterNanos));
    }

    private static Outcome outcome(long sequence, int ordinal, RowChange change) {
        return change instanceof RowChange.Withdrawn
                ? new Outcome.RowWithdrawn(sequence, ordinal, change.row())
                : new Outcome.RowPublished(sequence, ordinal, change.row());
    }
}
