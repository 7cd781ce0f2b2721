package io.tripline.engine.window;

import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;

/** The features of a rule, and what they are for the key that was asked for last. */
public final class RuleFeatures implements FeatureReadings {

    private final Feature[] features;
    private final SmallWindows small;
    private final boolean allSmall;
    private FeatureWindows shown;

    /** Of a rule's features by index. */
    public RuleFeatures(Feature[] features) {
        this.features = features;
        this.small = new SmallWindows(features);
        boolean objects = false;
        for (int i = 0; i < features.length; i++) {
            objects |= !small.isSmall(i);
        }
        this.allSmall = !objects;
    }

    long[] newCells() {
        return small.newCells();
    }

    SlidingWindow[] newObjectsOrNull() {
        if (allSmall) {
            return null;
        }
        SlidingWindow[] objects = new SlidingWindow[features.length];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = small.isSmall(i) || features[i].hasOwnKey() ? null : features[i].newWindow();
        }
        return objects;
    }

    /** From now on the readings are those of these windows. */
    public RuleFeatures of(FeatureWindows windows) {
        shown = windows;
        return this;
    }

    /** Puts the event under test into a feature's window; where the argument is missing, only that it has come. */
    public void add(FeatureWindows windows, int feature, Scope scope) {
        Feature what = features[feature];
        long timeNanos = scope.event().timeNanos();
        Value value = what.valueOf(scope);
        SlidingWindow object = objectOrNull(windows, feature);
        if (object != null) {
            what.put(scope, value, object);
        } else if (!value.isMissing()) {
            if (small.expireBefore(windows.cells, feature, what.reach().oldest(timeNanos))) {
                long[] cells = small.addOrNull(windows.cells, feature, timeNanos, value);
                if (cells != null) {
                    windows.cells = cells;
                    return;
                }
            }
            what.put(scope, value, becomeObject(windows, feature));
        }
    }

    private static SlidingWindow objectOrNull(FeatureWindows windows, int feature) {
        return windows.objectsOrNull == null ? null : windows.objectsOrNull[feature];
    }

    private SlidingWindow becomeObject(FeatureWindows windows, int feature) {
        SlidingWindow object = features[feature].newWindow();
        small.move(windows.cells, feature, object);
        if (windows.objectsOrNull == null) {
            windows.objectsOrNull = new SlidingWindow[features.length];
        }
        windows.objectsOrNull[feature] = object;
        return object;
    }

    /** The value at the event under test, whose time is not before those of the entries. */
    @Override
    public void read(int feature, Scope scope, Value into) {
        SlidingWindow object = objectOrNull(shown, feature);
        if (object == null) {
            long oldest = features[feature].reach().oldest(scope.event().timeNanos());
            if (small.expireBefore(shown.cells, feature, oldest)) {
                small.read(shown.cells, feature, into);
                return;
            }
            object = becomeObject(shown, feature);
        }
        features[feature].read(object, scope, into);
    }

    /** Writes the windows of a key. */
    public void writeState(FeatureWindows windows, StateWriter out) {
        for (int feature = 0; feature < features.length; feature++) {
            SlidingWindow object = objectOrNull(windows, feature);
            if (small.isSmall(feature)) {
                out.flag(object == null);
            }
            if (object != null) {
                object.writeState(out);
            } else if (small.isSmall(feature)) {
                small.writeState(windows.cells, feature, out);
            }
        }
    }

    /** The empty windows of a key become those that were written. */
    public void readState(FeatureWindows windows, StateReader in) {
        for (int feature = 0; feature < features.length; feature++) {
            if (small.isSmall(feature) && in.flag()) {
                windows.cells = small.readState(windows.cells, feature, in);
            } else if (small.isSmall(feature)) {
                becomeObject(windows, feature).readState(in);
            } else if (!features[feature].hasOwnKey()) {
                objectOrNull(windows, feature).readState(in);
            }
        }
    }
}
