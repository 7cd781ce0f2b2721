package io.tripline.engine.core;

import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names of the event types that a rule set looks at. */
final class EventsSeen {

    private EventsSeen() {}

    static Set<String> by(RuleSetPlan plan) {
        Set<String> seen = new TreeSet<>();
        for (RulePlan rule : plan.rules()) {
            seen.addAll(rule.key().fieldsByEvent().keySet());
            add(rule.features(), seen);
        }
        for (DecisionPlan decision : plan.decisions()) {
            seen.add(decision.event());
            add(decision.features(), seen);
        }
        plan.tables().forEach(table -> seen.addAll(table.feeds()));
        return seen;
    }

    private static void add(List<FeaturePlan> features, Set<String> seen) {
        features.forEach(feature -> seen.add(feature.source().event()));
    }
}
