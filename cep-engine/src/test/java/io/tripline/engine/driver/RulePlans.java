package io.tripline.engine.driver;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan.Match;
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
                rule.key(),
                new Match(pattern, OptionalLong.empty()),
                rule.features(),
                rule.alert(),
                rule.span());
    }
}
