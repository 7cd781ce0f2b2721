package io.tripline.engine.predicate;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.KeyPlan;
import java.util.Optional;

/**
 * That somebody wants to see some of the events of one type.
 *
 * @param subscriber a number from 0 on; one subscriber may have several interests, and any of them is enough
 * @param condition what it asks of an event; what does not look at the event alone is taken as satisfied. Empty: all
 *     events
 * @param key the key of the rule the condition is from, for it may use the key's parts
 */
public record Interest(int subscriber, Optional<ExpressionPlan> condition, KeyPlan key) {}
