package io.tripline.engine.window;

/**
 * The windows of all features of a rule, for one key: what {@link RuleFeatures} works on. The small ones lie in one array;
 * the others are objects.
 */
public class FeatureWindows {

    long[] cells;
    /** By feature; null at those that are small. Null when all are. */
    SlidingWindow[] objectsOrNull;

    /** Empty windows. */
    public FeatureWindows(RuleFeatures features) {
        this.cells = features.newCells();
        this.objectsOrNull = features.newObjectsOrNull();
    }

    /** Those that lie in one array; to be fetched, not to be understood. */
    public long[] cells() {
        return cells;
    }

    /** A copy that goes its own way. */
    public FeatureWindows(FeatureWindows other) {
        this.cells = other.cells.clone();
        if (other.objectsOrNull != null) {
            this.objectsOrNull = new SlidingWindow[other.objectsOrNull.length];
            for (int i = 0; i < objectsOrNull.length; i++) {
                objectsOrNull[i] = other.objectsOrNull[i] == null ? null : other.objectsOrNull[i].copy();
            }
        }
    }

    /** Takes over the windows of another, which is not to be used any more. */
    protected void takeWindowsOf(FeatureWindows other) {
        cells = other.cells;
        objectsOrNull = other.objectsOrNull;
    }
}
