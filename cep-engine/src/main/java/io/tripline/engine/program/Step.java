package io.tripline.engine.program;

import io.tripline.engine.expression.Condition;

/**
 * One step of a rule: takes one event at a time.
 *
 * @param number its place in the order of writing
 * @param name what the rule calls it
 * @param event name of the event type
 * @param own what an event must satisfy by itself: asked once for each event
 * @param joined what it must satisfy together with what the match has taken, and with features: asked for each match
 */
public record Step(int number, String name, String event, Condition own, Condition joined) {}
