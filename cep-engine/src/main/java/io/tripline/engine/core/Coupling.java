package io.tripline.engine.core;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.plan.PlanExpressions;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules act on each other across keys, or see the rows of views. They run in one place, partition 0, where views
 * run too, and where each sees at once what another has done; all other rules are spread over the partitions by their keys.
 *
 * <p>What has once been changed by a rule stays coupled, since the other partitions do not know its content.
 */
final class Coupling {

    private final Set<String> derivedEvents = new TreeSet<>();
    private final Set<String> changedByRules = new TreeSet<>();
    private boolean decides;

    /** From now on this rule set holds. */
    void declare(RuleSetPlan plan) {
        decides = !plan.decisions().isEmpty();
        for (RulePlan rule : plan.rules()) {
            for (ActionPlan action : rule.actions()) {
                if (action instanceof ActionPlan.Emit emit) {
                    derivedEvents.add(emit.event());
                } else if (action instanceof ActionPlan.AddToList add) {
                    changedByRules.add(add.list());
                } else if (action instanceof ActionPlan.RemoveFromList remove) {
                    changedByRules.add(remove.list());
                }
            }
        }
        plan.views().stream().map(ViewPlan::name).forEach(derivedEvents::add);
        for (TablePlan table : plan.tables()) {
            if (table.feeds().stream().anyMatch(derivedEvents::contains)) {
                changedByRules.add(table.name());
            }
        }
        Set<String> declared = new TreeSet<>();
        plan.lists().stream().map(ListPlan::name).forEach(declared::add);
        plan.tables().stream().map(TablePlan::name).forEach(declared::add);
        changedByRules.retainAll(declared);
    }

    /** Whether rules make events of that type, or they are rows of a view. */
    boolean isDerived(String event) {
        return derivedEvents.contains(event);
    }

    /** Whether the rule acts on others, or others on it. */
    boolean couples(RulePlan rule) {
        return rule.actions().stream().anyMatch(this::couples)
                || rule.key().fieldsByEvent().keySet().stream().anyMatch(this::isDerived)
                || rule.features().stream().anyMatch(feature -> feature.ownKey().isPresent())
                || PlanExpressions.of(rule).anyMatch(this::couples);
    }

    private boolean couples(ActionPlan action) {
        return !(action instanceof ActionPlan.Alert) && (decides || !(action instanceof ActionPlan.Score));
    }

    private boolean couples(ExpressionPlan expression) {
        return expression instanceof ExpressionPlan.OnList onList && changedByRules.contains(onList.list())
                || expression instanceof ExpressionPlan.TableField field && changedByRules.contains(field.table());
    }

    /** Writes what was coupled, by this rule set or by earlier ones. */
    void writeState(StateWriter out) {
        write(derivedEvents, out);
        write(changedByRules, out);
    }

    private static void write(Set<String> names, StateWriter out) {
        out.number(names.size());
        names.forEach(out::text);
    }

    /** What was coupled is coupled, before the rule set is declared. */
    void readState(StateReader in) {
        read(derivedEvents, in);
        read(changedByRules, in);
    }

    private static void read(Set<String> names, StateReader in) {
        for (int left = in.count(); left > 0; left--) {
            names.add(in.text());
        }
    }
}
