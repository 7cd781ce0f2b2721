package io.tripline.engine.program;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.engine.expression.Condition;
import java.util.Optional;

/**
 * One step of a rule: takes one event at a time.
 *
 * @param number its place in the order of writing
 * @param name what the rule calls it
 * @param event name of the event type
 * @param condition what it asks of an event in all, as it was planned
 * @param own what an event must satisfy by itself: asked once for each event
 * @param joined what it must satisfy together with what the match has taken, and with features: asked for each match
 */
public record Step(
        int number, String name, String event, Optional<ExpressionPlan> condition, Condition own, Condition joined) {}
