package io.tripline.dsl.evolution;

import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.ViewPlan;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which rules, views, decisions and tables of a rule set use a declaration, or one field of it. */
final class Users {

    private final Map<String, SortedSet<String>> byName = new HashMap<>();
    private final Map<String, SortedSet<String>> byField = new HashMap<>();

    Users(RuleSetPlan plan) {
        for (RulePlan rule : plan.rules()) {
            add(rule.name(), PlanUses.of(rule));
        }
        for (ViewPlan view : plan.views()) {
            add(view.name(), PlanUses.of(view));
        }
        for (DecisionPlan decision : plan.decisions()) {
            add(decision.name(), PlanUses.of(decision));
        }
        for (TablePlan table : plan.tables()) {
            add(table.name(), PlanUses.of(table, plan.events()));
        }
    }

    private void add(String user, PlanUses uses) {
        uses.names().forEach(name -> add(byName, name, user));
        uses.fields().forEach(field -> add(byField, field, user));
    }

    private static void add(Map<String, SortedSet<String>> users, String used, String user) {
        users.computeIfAbsent(used, added -> new TreeSet<>()).add(user);
    }

    /** In alphabetical order. */
    List<String> of(String name) {
        return List.copyOf(byName.getOrDefault(name, Collections.emptySortedSet()));
    }

    /** In alphabetical order. */
    List<String> ofField(String owner, int field) {
        return List.copyOf(byField.getOrDefault(PlanUses.key(owner, field), Collections.emptySortedSet()));
    }
}
