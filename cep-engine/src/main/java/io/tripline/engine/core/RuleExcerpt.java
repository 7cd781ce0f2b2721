package io.tripline.engine.core;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PlanExpressions;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The part of a rule set that must run for some of its rules to say what they say in the whole of it. */
public final class RuleExcerpt {

    private RuleExcerpt() {}

    /**
     * The excerpt for the rules of those names. Rules that act on each other are not taken apart: where one of the named
     * is among them, it is the whole rule set.
     */
    public static RuleSetPlan of(RuleSetPlan plan, Set<String> names) {
        List<RulePlan> named = plan.rules().stream()
                .filter(rule -> names.contains(rule.name()))
                .toList();
        Coupling coupling = new Coupling();
        coupling.declare(plan);
        if (named.stream().map(RuleTies::of).anyMatch(coupling::couples)) {
            return plan;
        }
        Set<String> tables = new TreeSet<>();
        for (RulePlan rule : named) {
            PlanExpressions.of(rule)
                    .filter(ExpressionPlan.TableField.class::isInstance)
                    .forEach(field -> tables.add(((ExpressionPlan.TableField) field).table()));
        }
        List<TablePlan> lookedUp = plan.tables().stream()
                .filter(table -> tables.contains(table.name()))
                .toList();
        return new RuleSetPlan(plan.events(), lookedUp, plan.lists(), List.of(), named, List.of(), List.of());
    }
}
