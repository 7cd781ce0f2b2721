package io.tripline.dsl.plan;

/** Which of the events to come a step may take. */
public enum Contiguity {
    /** {@code then}: the first that fits; what does not fit is passed over. */
    NEXT,
    /** {@code then immediately}: the key's very next event among the types the pattern names. */
    IMMEDIATE,
    /** {@code then any}: every one that fits, each in a match of its own. */
    ANY
}
