package io.tripline.dsl.check;

import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.List;

/** Which windows a trigger looks at. */
final class FeatureUses {

    private FeatureUses() {}

    /** The highest index of a feature in it; -1 when there is none. */
    static int highest(TriggerPlan trigger) {
        List<ExpressionPlan> conditions = new ArrayList<>();
        if (trigger instanceof TriggerPlan.OnEvent on) {
            on.step().condition().ifPresent(conditions::add);
            on.when().ifPresent(conditions::add);
        } else {
            TriggerPlan.Match match = (TriggerPlan.Match) trigger;
            collect(match.pattern(), conditions);
            match.withouts().forEach(without -> collect(List.of(without.forbidden()), conditions));
            match.deadline().ifPresent(deadline -> collect(deadline.forbidden(), conditions));
        }
        return conditions.stream().mapToInt(FeatureUses::highest).max().orElse(-1);
    }

    private static int highest(ExpressionPlan expression) {
        int own = expression instanceof ExpressionPlan.Feature feature ? feature.index() : -1;
        return Math.max(
                own,
                expression.operands().stream()
                        .mapToInt(FeatureUses::highest)
                        .max()
                        .orElse(-1));
    }

    private static void collect(List<EventFilter> filters, List<ExpressionPlan> conditions) {
        filters.forEach(filter -> filter.condition().ifPresent(conditions::add));
    }

    private static void collect(PatternPlan pattern, List<ExpressionPlan> conditions) {
        if (pattern instanceof PatternPlan.Step step) {
            step.condition().ifPresent(conditions::add);
        } else if (pattern instanceof Repeat repeat) {
            collect(repeat.body(), conditions);
            conditions.addAll(repeat.until().values());
        } else if (pattern instanceof Sequence sequence) {
            sequence.parts().forEach(part -> {
                part.absences().forEach(absence -> collect(absence.forbidden(), conditions));
                collect(part.body(), conditions);
            });
        } else if (pattern instanceof Alternatives alternatives) {
            alternatives.options().forEach(option -> collect(option, conditions));
        } else if (pattern instanceof AnyOrder anyOrder) {
            anyOrder.members().forEach(member -> collect(member, conditions));
        }
    }
}
