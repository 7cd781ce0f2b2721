package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.program.Consequence;

/**
 * A match of a rule and what comes of it.
 *
 * @param alert names the match; it is told only where the rule raises alerts
 * @param consequence what the rule does
 * @param lastEvent the last one that the match has taken
 * @param effectNanos the event time at which it takes effect: its last event, its deadline, or how long it had to wait
 * @param isSilent whether it scores and does nothing else
 * @param raisesAlert whether the rule raises alerts
 */
record Firing(
        Alert alert,
        Consequence consequence,
        Event lastEvent,
        long effectNanos,
        boolean isSilent,
        boolean raisesAlert) {

    /** The same, of which nothing is told. */
    Firing silenced() {
        return new Firing(alert, consequence, lastEvent, effectNanos, true, raisesAlert);
    }
}
