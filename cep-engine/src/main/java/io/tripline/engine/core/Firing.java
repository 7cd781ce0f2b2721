package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.match.Finding;
import io.tripline.engine.program.Consequence;

/**
 * A match of a rule and what comes of it.
 *
 * @param alert names the match; it is told only where the rule raises alerts
 * @param consequence what the rule does
 * @param lastEvent the last one that the match has taken
 * @param effectNanos the event time at which it takes effect: its last event, its deadline, or how long it had to wait
 * @param finding the match
 * @param raisesAlert whether the rule raises alerts
 */
record Firing(
        Alert alert, Consequence consequence, Event lastEvent, long effectNanos, Finding finding, boolean raisesAlert) {

    /** Whether it scores and does nothing else. */
    boolean isSilent() {
        return finding.silent();
    }
}
