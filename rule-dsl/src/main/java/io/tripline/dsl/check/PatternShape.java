package io.tripline.dsl.check;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Part;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import java.util.ArrayList;
import java.util.List;

/** What can be told of a pattern by its outline. */
final class PatternShape {

    private PatternShape() {}

    /** Whether it may match without taking an event. */
    static boolean canBeEmpty(PatternPlan pattern) {
        if (pattern instanceof Repeat repeat) {
            return repeat.min() == 0 || canBeEmpty(repeat.body());
        } else if (pattern instanceof Sequence sequence) {
            return sequence.parts().stream().allMatch(part -> canBeEmpty(part.body()));
        } else if (pattern instanceof Alternatives alternatives) {
            return alternatives.options().stream().anyMatch(PatternShape::canBeEmpty);
        } else if (pattern instanceof AnyOrder anyOrder) {
            return anyOrder.members().stream().allMatch(PatternShape::canBeEmpty);
        }
        return false;
    }

    /** The steps in the order of writing. */
    static List<PatternPlan.Step> steps(PatternPlan pattern) {
        List<PatternPlan.Step> steps = new ArrayList<>();
        collect(pattern, steps);
        return steps;
    }

    private static void collect(PatternPlan pattern, List<PatternPlan.Step> steps) {
        if (pattern instanceof PatternPlan.Step step) {
            steps.add(step);
        } else if (pattern instanceof Repeat repeat) {
            collect(repeat.body(), steps);
        } else if (pattern instanceof Sequence sequence) {
            for (Part part : sequence.parts()) {
                collect(part.body(), steps);
            }
        } else if (pattern instanceof Alternatives alternatives) {
            alternatives.options().forEach(option -> collect(option, steps));
        } else if (pattern instanceof AnyOrder anyOrder) {
            anyOrder.members().forEach(member -> collect(member, steps));
        }
    }
}
