package io.tripline.dsl.explain;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.List;
import java.util.stream.Stream;

/** The steps of a pattern, in the order of writing. */
final class PatternSteps {

    private PatternSteps() {}

    static List<PatternPlan.Step> of(TriggerPlan trigger) {
        return trigger instanceof TriggerPlan.OnEvent on
                ? List.of(on.step())
                : in(((TriggerPlan.Match) trigger).pattern()).toList();
    }

    private static Stream<PatternPlan.Step> in(PatternPlan pattern) {
        if (pattern instanceof Repeat repeat) {
            return in(repeat.body());
        } else if (pattern instanceof Sequence sequence) {
            return sequence.parts().stream().flatMap(part -> in(part.body()));
        } else if (pattern instanceof Alternatives alternatives) {
            return alternatives.options().stream().flatMap(PatternSteps::in);
        } else if (pattern instanceof AnyOrder anyOrder) {
            return anyOrder.members().stream().flatMap(PatternSteps::in);
        }
        return Stream.of((PatternPlan.Step) pattern);
    }
}
