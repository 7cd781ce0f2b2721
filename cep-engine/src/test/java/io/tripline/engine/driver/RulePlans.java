package io.tripline.engine.driver;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import io.tripline.dsl.plan.TriggerPlan.Match;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Plans that say what no rule text says yet. */
public final class RulePlans {

    private RulePlans() {}

    /** The rule with another pattern, whose steps have the same types, without a bound in time. */
    public static RulePlan withPattern(RulePlan rule, PatternPlan pattern) {
        return new RulePlan(
                rule.name(),
                rule.title(),
                rule.version(),
                rule.severity(),
                rule.tags(),
                rule.key(),
                new Match(
                        pattern,
                        List.of(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        new AfterMatch.PastLastEvent(),
                        false),
                rule.features(),
                rule.oncePerNanos(),
                rule.actions(),
                rule.cost(),
                rule.span());
    }
}
