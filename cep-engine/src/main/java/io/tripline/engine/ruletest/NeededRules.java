package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.PlanExpressions;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.ViewPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Of a rule set, the rules, views and decisions that have a say in what one of them gives: it gives the same without the rest. */
final class NeededRules {

    private final RuleSetPlan rules;
    /** Names of event types, lists and tables that it looks at. */
    private final Set<String> seen = new TreeSet<>();

    private final Set<String> needed = new TreeSet<>();

    private NeededRules(RuleSetPlan rules) {
        this.rules = rules;
    }

    /** The rule set of the one with that name; it has all declarations that are neither rules nor decisions. */
    static RuleSetPlan of(String subject, RuleSetPlan rules) {
        NeededRules names = new NeededRules(rules);
        names.add(subject);
        while (names.addCauses()) {
            // What has been added may have causes of its own.
        }
        return new RuleSetPlan(
                rules.events(),
                rules.tables(),
                rules.lists(),
                rules.views().stream()
                        .filter(view -> names.needed.contains(view.name()))
                        .toList(),
                rules.rules().stream()
                        .filter(rule -> names.needed.contains(rule.name()))
                        .toList(),
                rules.decisions().stream()
                        .filter(decision -> names.needed.contains(decision.name()))
                        .toList(),
                List.of());
    }

    private void add(String name) {
        needed.add(name);
        for (RulePlan rule : rules.rules()) {
            if (rule.name().equals(name)) {
                see(rule.key(), PlanExpressions.of(rule));
            }
        }
        for (ViewPlan view : rules.views()) {
            if (view.name().equals(name)) {
                seen.add(view.source().event());
            }
        }
        for (DecisionPlan decision : rules.decisions()) {
            if (decision.name().equals(name)) {
                see(decision.key(), PlanExpressions.of(decision));
                seen.add(decision.event());
                rules.rules().stream()
                        .filter(NeededRules::scores)
                        .filter(rule -> !needed.contains(rule.name()))
                        .forEach(rule -> add(rule.name()));
            }
        }
    }

    private void see(KeyPlan key, Stream<ExpressionPlan> expressions) {
        seen.addAll(key.fieldsByEvent().keySet());
        expressions.forEach(expression -> {
            if (expression instanceof ExpressionPlan.OnList onList) {
                seen.add(onList.list());
            } else if (expression instanceof ExpressionPlan.TableField field) {
                seen.add(field.table());
            }
        });
    }

    private boolean addCauses() {
        for (TablePlan table : rules.tables()) {
            if (seen.contains(table.name())) {
                seen.addAll(table.feeds());
            }
        }
        Stream<String> acting = rules.rules().stream()
                .filter(rule -> rule.actions().stream().anyMatch(this::changesWhatIsSeen))
                .map(RulePlan::name);
        Stream<String> views = rules.views().stream().map(ViewPlan::name).filter(seen::contains);
        List<String> causes = Stream.concat(acting, views)
                .filter(name -> !needed.contains(name))
                .toList();
        causes.forEach(this::add);
        return !causes.isEmpty();
    }

    private boolean changesWhatIsSeen(ActionPlan action) {
        if (action instanceof ActionPlan.Emit emit) {
            return seen.contains(emit.event());
        } else if (action instanceof ActionPlan.AddToList add) {
            return seen.contains(add.list());
        }
        return action instanceof ActionPlan.RemoveFromList remove && seen.contains(remove.list());
    }

    private static boolean scores(RulePlan rule) {
        return rule.actions().stream().anyMatch(ActionPlan.Score.class::isInstance);
    }
}
