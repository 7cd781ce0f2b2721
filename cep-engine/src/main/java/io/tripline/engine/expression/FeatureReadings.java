package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** The features of one key. */
public interface FeatureReadings {

    /** No feature has a value. */
    FeatureReadings NONE = (feature, atNanos, into) -> into.setMissing();

    /** The value of a feature at a time that is not before those of earlier readings. */
    void read(int feature, long atNanos, Value into);
}
