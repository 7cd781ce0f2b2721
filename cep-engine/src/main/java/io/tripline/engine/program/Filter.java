package io.tripline.engine.program;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.engine.expression.Condition;
import java.util.Optional;

/**
 * Events that are not taken but looked at: what must not come, what closes a repetition.
 *
 * @param number its place among the filters of the rule
 * @param event name of the event type
 * @param condition what an event must satisfy in all, as it was planned
 * @param own what an event must satisfy by itself: asked once for each event
 * @param joined what it must satisfy together with what the match has taken: asked for each match
 */
public record Filter(int number, String event, Optional<ExpressionPlan> condition, Condition own, Condition joined) {}
