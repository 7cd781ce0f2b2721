package io.tripline.engine.view;

import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;

/** What a view keeps of its events, by window and group. */
abstract class ViewWindows {

    final ViewProgram program;
    final RowBook book;
    private final int limit;
    private long passedNanos = ViewTime.BEGINNING.passedNanos();
    private long leftOut;

    ViewWindows(ViewProgram program, RowBook book, int limit) {
        this.program = program;
        this.book = book;
        this.limit = limit;
    }

    /** The event under test is of that group; the rows it changes, of windows that time has passed, go to the book. */
    abstract void take(GroupKey key, Scope scope);

    /** Time has come there: windows that now are passed go to the book. */
    abstract void pass(long timeNanos);

    /** No event will come before that time: lets go of what can change no more. */
    abstract void settle(long timeNanos);

    /** How many windows of groups are kept. */
    abstract long held();

    /** Lets go of the oldest window that is kept for late events only; false when there is none. */
    abstract boolean letGoOldest();

    /** Writes what is kept; {@link #readWindows} reads it. */
    abstract void writeWindows(StateWriter out);

    /** Where nothing is kept yet, what was written is kept. */
    abstract void readWindows(StateReader in);

    final void writeState(StateWriter out) {
        out.signed(passedNanos).number(leftOut);
        writeWindows(out);
    }

    final void readState(StateReader in) {
        passedNanos = in.signed();
        leftOut = in.number();
        readWindows(in);
    }

    final void timePassed(ViewTime time) {
        if (time.passedNanos() > passedNanos) {
            pass(time.passedNanos());
            passedNanos = time.passedNanos();
        }
        settle(time.settledNanos());
        while (held() > limit && letGoOldest()) {
            // The rows stand as they are; what still comes for them is left out.
        }
    }

    /** How far time has passed. */
    final long passedNanos() {
        return passedNanos;
    }

    /** Whether there is room for another window of a group, if need be in place of one kept for late events only. */
    final boolean hasRoom() {
        return held() < limit || letGoOldest();
    }

    final void leaveOut() {
        leftOut++;
    }

    final long leftOut() {
        return leftOut;
    }
}
