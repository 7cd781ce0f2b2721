package io.tripline.engine.program;

import io.tripline.engine.expression.Condition;

/**
 * Events that are not taken but looked at: what must not come, what closes a repetition.
 *
 * @param number its place among the filters of the rule
 * @param event name of the event type
 * @param own what an event must satisfy by itself: asked once for each event
 * @param joined what it must satisfy together with what the match has taken: asked for each match
 */
public record Filter(int number, String event, Condition own, Condition joined) {}
