package io.tripline.engine.host;

/**
 * How a rule begins that stands in a rule set.
 *
 * @param rule its name
 * @param reason why, as a sentence without a point
 */
public record RuleStart(String rule, Kind kind, String reason) {

    /** What it knows when it begins. */
    public enum Kind {
        /** It goes on: nothing has changed. */
        UNCHANGED,
        /** What the version before knew. */
        KEPT,
        /** What it would know had it been there before. */
        WARM,
        /** Nothing. */
        EMPTY
    }
}
