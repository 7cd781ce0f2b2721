package io.tripline.engine.backtest;

import java.util.Optional;

/**
 * Where it is written what rules should have found: events of a type that somebody sends when he knows.
 *
 * @param type of these events
 * @param field of theirs that names what is labelled
 * @param target what it names
 * @param only labels whose field has a value; all where nothing is said
 * @param delayNanos how long after an event its label may come; what is younger than that is not judged
 */
public record LabelSource(String type, String field, Target target, Optional<FieldValue> only, long delayNanos) {

    /** What a label names. */
    public sealed interface Target {

        /**
         * An event by its {@code @id}; an alert that has matched it is right.
         *
         * @param type of the event; any where nothing is said
         */
        record MatchedEvent(Optional<String> type) implements Target {}

        /** A part of the key of alerts; an alert for that key is right if the label came within the delay after it. */
        record AlertKey() implements Target {}
    }

    /** @param value as text */
    public record FieldValue(String field, String value) {}

    public LabelSource {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("a label cannot come before what it is about");
        }
    }
}
