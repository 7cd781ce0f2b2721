package io.tripline.dsl.explain;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PlanCost;
import io.tripline.dsl.plan.RulePlan;

/** What a rule can keep, in words. */
final class CostProse {

    private final RulePlan rule;
    private final FeatureProse features;

    CostProse(RulePlan rule, FeatureProse features) {
        this.rule = rule;
        this.features = features;
    }

    String say(PlanCost.Part part) {
        return part instanceof PlanCost.Part.Window window
                ? window(window)
                : matches((PlanCost.Part.PartialMatches) part);
    }

    private String window(PlanCost.Part.Window window) {
        String reach = window.nanos() == 0 ? "" : " of " + DurationWords.of(window.nanos());
        String kept =
                switch (window.keeps()) {
                    case EACH_VALUE ->
                        window.count() == PatternPlan.UNBOUNDED
                                ? "a value for each event" + reach
                                : "at most " + window.count() + " values" + reach;
                    case PANES -> "at most " + window.count() + " running values" + reach;
                    case SKETCH -> "a sketch of bounded size" + reach;
                };
        return kept + ", for " + features.say(rule.features().get(window.feature()));
    }

    private static String matches(PlanCost.Part.PartialMatches matches) {
        String number =
                switch (matches.growth()) {
                    case ONE -> "one match on its way";
                    case EACH_START -> "a match on its way for each event that can start one";
                    case EACH_COMBINATION -> "a match on its way for each combination of events";
                };
        String events = matches.eventsEach() == PatternPlan.UNBOUNDED
                ? "all events it has taken"
                : matches.eventsEach() == 1 ? "1 event" : "at most " + matches.eventsEach() + " events";
        String time = matches.nanos() == 0 ? "" : ", for " + DurationWords.of(matches.nanos()) + " at most";
        return number + ", with " + events + time;
    }
}
