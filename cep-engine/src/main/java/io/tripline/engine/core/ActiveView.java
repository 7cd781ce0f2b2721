package io.tripline.engine.core;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.view.RowChange;
import io.tripline.engine.view.ViewProgram;
import io.tripline.engine.view.ViewRunner;
import io.tripline.engine.view.ViewTime;

/** A view at work. */
final class ActiveView {

    /** Hears what becomes of rows. */
    interface Listener {

        /** @param ordinal that of the derived event that has changed it, or 0 */
        void rowChanged(long sequence, int ordinal, RowChange change);
    }

    private final ViewRunner runner;
    private final long lateAfterNanos;
    private boolean overDerived;

    ActiveView(ViewPlan plan, EngineLimits limits) {
        this.runner = new ViewRunner(ViewProgram.compile(plan), limits.windowsPerView());
        // The rows are as late as the events they are made of.
        this.lateAfterNanos = plan.row().lateAfterNanos();
    }

    /** Whether it is over events that rules make: they come when the input that causes them has moved time already. */
    boolean isOverDerived() {
        return overDerived;
    }

    void setOverDerived(boolean derived) {
        overDerived = derived;
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
    void eventArrived(Scope scope, SourceClocks clocks, Listener out) {
        long sequence = scope.event().sequence();
        int ordinal = scope.event().ordinal();
        runner.eventArrived(
                scope, overDerived ? runner.time() : time(clocks), change -> out.rowChanged(sequence, ordinal, change));
    }

    /** Time may have moved on. */
    void timePassed(SourceClocks clocks, long sequence, int ordinal, Listener out) {
        runner.timePassed(sequence, time(clocks), change -> out.rowChanged(sequence, ordinal, change));
    }

    /** A row does not wait for what may still come late: it is revised then. */
    private ViewTime time(SourceClocks clocks) {
        long comeNanos = Math.max(clocks.settledNanos(0), clocks.passedNanos());
        long settledNanos = clocks.settledNanos(lateAfterNanos);
        return new ViewTime(comeNanos, overDerived ? Math.min(settledNanos, clocks.passedBeforeNanos()) : settledNanos);
    }

    void writeState(StateWriter out) {
        runner.writeState(out);
    }

    /** A view that has seen nothing becomes the one that was written. */
    void readState(StateReader in) {
        runner.readState(in);
    }
}
