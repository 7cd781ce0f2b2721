package io.tripline.engine.window;

import io.tripline.dsl.plan.FeaturePlan.Window;
import io.tripline.dsl.plan.FeaturePlan.Window.Sliding;

/**
 * How far back a window looks from a time.
 *
 * @param nanos its length
 * @param endingAgoNanos how long ago it ends
 * @param stepNanos 0, or the length of its panes: it then holds whole panes, aligned to 1970, the latest of which has the
 *     time it ends at
 */
record Reach(long nanos, long endingAgoNanos, long stepNanos) {

    /** Longer than any stream: of a window that is counted in events. */
    private static final long FOR_EVER = Long.MAX_VALUE / 4;

    static Reach of(Window window) {
        return window instanceof Sliding sliding
                ? new Reach(
                        sliding.nanos(),
                        sliding.endingAgoNanos(),
                        sliding.stepNanos().orElse(0))
                : new Reach(FOR_EVER, 0, 0);
    }

    /** The first time that is in the window. */
    long oldest(long atNanos) {
        long end = atNanos - endingAgoNanos;
        return stepNanos == 0 ? end - nanos : Math.floorDiv(end, stepNanos) * stepNanos + stepNanos - nanos;
    }

    /** The last time that is in the window. */
    long newest(long atNanos) {
        return atNanos - endingAgoNanos;
    }

    /** How long after its time an event may still be in the window. */
    long total() {
        return nanos + endingAgoNanos;
    }
}
