package io.tripline.engine.window;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;

/** One feature of one key: the entries that are still in the window, and what they come to. */
abstract sealed class SlidingWindow
        permits CountWindow,
                SumWindow,
                ExtremeWindow,
                DistinctWindow,
                FirstWindow,
                LastWindow,
                DeviationWindow,
                QuantileWindow,
                TopWindow,
                LatestWindow,
                EndingWindow,
                BeforeWindow {

    /** Takes in a value that is not missing, at a time not before those of the entries. */
    abstract void add(long timeNanos, Value value);

    /** An event has come that has no value; only who counts events heeds it. */
    void addMissing() {}

    /** Takes in those up to that time that have waited for it; only a window that ends earlier makes entries wait. */
    void admitThrough(long timeNanos) {}

    /** Lets go of entries before that time. */
    abstract void expireBefore(long timeNanos);

    abstract void read(Value into);

    abstract SlidingWindow copy();

    /** Writes what it holds; how that lies in memory is not written. */
    abstract void writeState(StateWriter out);

    /** An empty window of the same feature becomes the one that was written. */
    abstract void readState(StateReader in);
}
