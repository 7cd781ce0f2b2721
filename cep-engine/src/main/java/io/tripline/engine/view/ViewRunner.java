package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.function.Consumer;

/**
 * Runs one view. What it gives out depends on its events, their order and the time they come with alone. After each
 * input the rows that stand are those of the events so far in the order of their times, of all windows that time has passed.
 *
 * <p>The changes of one input come in this order: what is withdrawn before what is published; each by the window's end,
 * then by the groups' values, then by the window's start. For one thread at a time.
 */
public final class ViewRunner {

    private final ViewProgram program;
    private final RowBook book;
    private final ViewWindows windows;
    private final GroupKey key;
    private ViewTime time = ViewTime.BEGINNING;

    /**
     * A view that has seen nothing.
     *
     * @param limit how many windows of groups it may keep. Past it, the oldest of those that are kept for late events only
     *     are let go; where there are none, an event that would begin another is left out
     */
    public ViewRunner(ViewProgram program, int limit) {
        this.program = program;
        this.book = new RowBook(program);
        this.windows = windows(limit);
        this.key = program.newKey();
    }

    private ViewWindows windows(int limit) {
        Window window = program.plan().window();
        if (window instanceof Window.Session) {
            return new SessionWindows(program, book, limit);
        } else if (window instanceof Window.Sliding) {
            return new SlidingRows(program, book, limit);
        }
        return new PaneWindows(program, book, limit);
    }

    public ViewProgram program() {
        return program;
    }

    /**
     * The scope's event has arrived; it is of the view's type, and in time.
     *
     * @param now the time as it is with this event
     */
    public void eventArrived(Scope scope, ViewTime now, Consumer<RowChange> out) {
        book.begin(scope.event().sequence());
        if (program.takes(scope)) {
            program.readKey(scope, key);
            windows.take(key, scope);
        }
        pass(now);
        book.end(out);
    }

    /** Time has moved on by another input, at that position. */
    public void timePassed(long sequence, ViewTime now, Consumer<RowChange> out) {
        book.begin(sequence);
        pass(now);
        book.end(out);
    }

    private void pass(ViewTime now) {
        time = now;
        windows.timePassed(now);
    }

    /** The latest time it has been given. */
    public ViewTime time() {
        return time;
    }

    /** How many windows of groups are kept. */
    public long held() {
        return windows.held();
    }

    /** How many events have been left out because too much would have had to be kept. */
    public long leftOut() {
        return windows.leftOut();
    }

    /** Writes what it keeps, and the time it has been given. */
    public void writeState(StateWriter out) {
        out.signed(time.passedNanos()).signed(time.settledNanos());
        windows.writeState(out);
    }

    /** A view that has seen nothing becomes the one that was written. */
    public void readState(StateReader in) {
        time = new ViewTime(in.signed(), in.signed());
        windows.readState(in);
    }
}
