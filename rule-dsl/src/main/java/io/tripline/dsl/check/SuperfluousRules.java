package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rules that always fire together and do the same: all but their names and what their alerts say. */
final class SuperfluousRules {

    private SuperfluousRules() {}

    /**
     * Warns of each rule that does what one before it does.
     *
     * @param rules in the order of writing
     * @param names where the name of each stands
     */
    static void warn(List<RulePlan> rules, Map<String, Name> names, Diagnostics diagnostics) {
        Map<List<Object>, RulePlan> seen = new HashMap<>();
        for (RulePlan rule : rules) {
            RulePlan same = seen.putIfAbsent(meaning(rule), rule);
            if (same != null) {
                diagnostics.warning(
                        DiagnosticCode.SUPERFLUOUS,
                        names.get(rule.name()).span(),
                        "this rule does what `" + same.name() + "` does: they always fire together",
                        "leave one out");
            }
        }
    }

    private static List<Object> meaning(RulePlan rule) {
        List<ActionPlan> others = rule.actions().stream()
                .filter(action -> !(action instanceof ActionPlan.Alert))
                .toList();
        // What only a message looks at comes behind what the trigger looks at, and does not count.
        List<FeaturePlan> features = others.isEmpty()
                ? rule.features().subList(0, FeatureUses.highest(rule.trigger()) + 1)
                : rule.features();
        return List.of(
                rule.severity(),
                rule.tags(),
                rule.key(),
                nameless(rule.trigger()),
                features,
                rule.oncePerNanos(),
                others,
                rule.raisesAlerts());
    }

    private static TriggerPlan nameless(TriggerPlan trigger) {
        if (trigger instanceof TriggerPlan.OnEvent on) {
            return new TriggerPlan.OnEvent((PatternPlan.Step) nameless(on.step()), on.when(), on.late());
        }
        TriggerPlan.Match match = (TriggerPlan.Match) trigger;
        return new TriggerPlan.Match(
                nameless(match.pattern()),
                match.withouts(),
                match.deadline(),
                match.withinNanos(),
                match.afterMatch(),
                match.waits());
    }

    private static PatternPlan nameless(PatternPlan pattern) {
        if (pattern instanceof PatternPlan.Step step) {
            return new PatternPlan.Step(step.number(), "", step.event(), step.condition());
        } else if (pattern instanceof Repeat repeat) {
            return new Repeat(
                    nameless(repeat.body()),
                    repeat.min(),
                    repeat.max(),
                    repeat.rounds(),
                    repeat.reluctant(),
                    repeat.until());
        } else if (pattern instanceof Sequence sequence) {
            return new Sequence(sequence.parts().stream()
                    .map(part -> new PatternPlan.Part(
                            part.contiguity(), part.gapNanos(), part.absences(), nameless(part.body())))
                    .toList());
        } else if (pattern instanceof Alternatives alternatives) {
            return new Alternatives(alternatives.options().stream()
                    .map(SuperfluousRules::nameless)
                    .toList());
        }
        return new AnyOrder(((AnyOrder) pattern)
                .members().stream().map(SuperfluousRules::nameless).toList());
    }
}
