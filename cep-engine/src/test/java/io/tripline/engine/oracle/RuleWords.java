package io.tripline.engine.oracle;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import java.util.ArrayList;
import java.util.List;

/** What can be read off a pattern. */
final class RuleWords {

    private RuleWords() {}

    /** Whether {@code any} stands anywhere. */
    static boolean sayAny(PatternPlan plan) {
        if (plan instanceof PatternPlan.Repeat repeat) {
            return repeat.rounds() == Contiguity.ANY || sayAny(repeat.body());
        } else if (plan instanceof PatternPlan.Sequence sequence) {
            return sequence.parts().stream()
                    .anyMatch(part -> part.contiguity() == Contiguity.ANY || sayAny(part.body()));
        } else if (plan instanceof PatternPlan.Alternatives alternatives) {
            return alternatives.options().stream().anyMatch(RuleWords::sayAny);
        }
        return plan instanceof PatternPlan.AnyOrder group
                && group.members().stream().anyMatch(RuleWords::sayAny);
    }

    /** The names of the steps, by number. */
    static List<String> stepNames(PatternPlan plan) {
        List<String> names = new ArrayList<>();
        collect(plan, names);
        return names;
    }

    private static void collect(PatternPlan plan, List<String> names) {
        if (plan instanceof PatternPlan.Step step) {
            names.add(step.name());
        } else if (plan instanceof PatternPlan.Repeat repeat) {
            collect(repeat.body(), names);
        } else if (plan instanceof PatternPlan.Sequence sequence) {
            sequence.parts().forEach(part -> collect(part.body(), names));
        } else if (plan instanceof PatternPlan.Alternatives alternatives) {
            alternatives.options().forEach(option -> collect(option, names));
        } else if (plan instanceof PatternPlan.AnyOrder group) {
            group.members().forEach(member -> collect(member, names));
        }
    }
}
