package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** The features of one key. */
public interface FeatureReadings {

    /** No feature has a value. */
    FeatureReadings NONE = (feature, scope, into) -> into.setMissing();

    /** The value of a feature at the event under test, which is not before those of earlier readings. */
    void read(int feature, Scope scope, Value into);
}
