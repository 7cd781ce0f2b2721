package io.tripline.engine.host;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.RuleContinuity;
import io.tripline.engine.host.RuleStart.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the rules of a rule set are to begin that takes the place of another.
 *
 * @param starts of all rules, in the order of their names
 * @param reachNanos how far back in event time the warm ones look; empty when nothing bounds it
 */
record StartPlan(List<RuleStart> starts, OptionalLong reachNanos) {

    StartPlan {
        starts = List.copyOf(starts);
    }

    static StartPlan of(RuleSetPlan before, RuleSetPlan after) {
        Map<String, RulePlan> known = new TreeMap<>();
        before.rules().forEach(rule -> known.put(rule.name(), rule));
        RuleContinuity continuity = new RuleContinuity(after);
        List<RuleStart> starts = new ArrayList<>();
        OptionalLong reach = OptionalLong.of(0);
        for (RulePlan rule : after.rules()) {
            RuleStart start = start(known.get(rule.name()), rule, continuity);
            starts.add(start);
            if (start.kind() == Kind.WARM) {
                reach = longer(reach, continuity.reachNanos(rule));
            }
        }
        return new StartPlan(starts, reach);
    }

    private static OptionalLong longer(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
    }

    private static RuleStart start(RulePlan beforeOrNull, RulePlan rule, RuleContinuity continuity) {
        if (beforeOrNull != null && beforeOrNull.version().equals(rule.version())) {
            return new RuleStart(rule.name(), Kind.UNCHANGED, "it goes on as it was");
        }
        var obstacle = continuity.obstacle(rule);
        if (obstacle.isPresent()) {
            return new RuleStart(rule.name(), Kind.EMPTY, obstacle.get());
        } else if (beforeOrNull != null
                && continuity.obstacle(beforeOrNull).isEmpty()
                && RuleContinuity.keepsState(beforeOrNull, rule)) {
            return new RuleStart(rule.name(), Kind.KEPT, "only what it says has changed");
        } else if (continuity.knowsNothing(rule)) {
            return new RuleStart(rule.name(), Kind.EMPTY, "it decides each event by itself");
        }
        return new RuleStart(rule.name(), Kind.WARM, "it has read the history that it looks back on");
    }

    Set<String> names(Kind kind) {
        Set<String> names = new TreeSet<>();
        starts.stream().filter(start -> start.kind() == kind).forEach(start -> names.add(start.rule()));
        return names;
    }

    /** The same where there is no history for the rules to read. */
    StartPlan withoutWarmth(String reason) {
        return new StartPlan(
                starts.stream()
                        .map(start ->
                                start.kind() == Kind.WARM ? new RuleStart(start.rule(), Kind.EMPTY, reason) : start)
                        .toList(),
                reachNanos);
    }
}
