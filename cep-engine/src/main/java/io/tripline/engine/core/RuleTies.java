package io.tripline.engine.core;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PlanExpressions;
import io.tripline.dsl.plan.RulePlan;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may tie a rule to others, whatever these are: what it does beside its alert, and what it looks at.
 *
 * @param acts on lists or by making events
 * @param hasOwnKeys whether it has windows with a key of their own
 * @param events types that it looks at by its key
 * @param lookedUp lists and tables
 */
record RuleTies(boolean acts, boolean scores, boolean hasOwnKeys, Set<String> events, Set<String> lookedUp) {

    static RuleTies of(RulePlan rule) {
        Set<String> lookedUp = new TreeSet<>();
        PlanExpressions.of(rule).forEach(expression -> {
            if (expression instanceof ExpressionPlan.OnList onList) {
                lookedUp.add(onList.list());
            } else if (expression instanceof ExpressionPlan.TableField field) {
                lookedUp.add(field.table());
            }
        });
        return new RuleTies(
                rule.actions().stream()
                        .anyMatch(action ->
                                !(action instanceof ActionPlan.Alert) && !(action instanceof ActionPlan.Score)),
                rule.actions().stream().anyMatch(ActionPlan.Score.class::isInstance),
                rule.features().stream().anyMatch(feature -> feature.ownKey().isPresent()),
                rule.key().fieldsByEvent().keySet(),
                lookedUp);
    }
}
