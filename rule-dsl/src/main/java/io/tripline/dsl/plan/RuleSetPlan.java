package io.tripline.dsl.plan;

import io.tripline.dsl.schema.EventSchema;
import java.util.List;

/**
 * Everything a set of rule files says.
 *
 * @param events ordered by name
 * @param rules ordered by name; names are unique
 */
public record RuleSetPlan(List<EventSchema> events, List<RulePlan> rules) {

    public static final RuleSetPlan EMPTY = new RuleSetPlan(List.of(), List.of());

    public RuleSetPlan {
        events = List.copyOf(events);
        rules = List.copyOf(rules);
    }
}
