package io.tripline.engine.window;

import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;

/** The windows of all features of a rule, for one key. */
public final class FeatureWindows implements FeatureReadings {

    private final Feature[] features;
    private final SlidingWindow[] windows;

    /** Empty windows. */
    public FeatureWindows(Feature[] features) {
        this.features = features;
        this.windows = new SlidingWindow[features.length];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = features[i].newWindow();
        }
    }

    private FeatureWindows(FeatureWindows other) {
        this.features = other.features;
        this.windows = new SlidingWindow[features.length];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = other.windows[i].copy();
        }
    }

    public FeatureWindows copy() {
        return new FeatureWindows(this);
    }

    /** Puts the event under test into a feature's window. */
    public void add(int feature, Scope scope) {
        features[feature].add(scope, windows[feature]);
    }

    @Override
    public void read(int feature, Scope scope, Value into) {
        features[feature].read(windows[feature], scope, into);
    }
}
