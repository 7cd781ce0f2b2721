package io.tripline.engine.core;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.ListPlan;
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

    /** From now on this rule set holds; gives whether what couples rules is the same as before. */
    boolean declare(RuleSetPlan plan) {
        boolean decidedBefore = decides;
        int derivedBefore = derivedEvents.size();
        Set<String> changedBefore = new TreeSet<>(changedByRules);
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
        return decides == decidedBefore
                && derivedEvents.size() == derivedBefore
                && changedByRules.equals(changedBefore);
    }

    /** Whether rules make events of that type, or they are rows of a view. */
    boolean isDerived(String event) {
        return derivedEvents.contains(event);
    }

    /** Whether the rule acts on others, or others on it. */
    boolean couples(RuleTies ties) {
        return ties.acts()
                || ties.hasOwnKeys()
                || decides && ties.scores()
                || ties.events().stream().anyMatch(derivedEvents::contains)
                || ties.lookedUp().stream().anyMatch(changedByRules::contains);
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
