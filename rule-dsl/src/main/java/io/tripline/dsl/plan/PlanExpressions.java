package io.tripline.dsl.plan;

import io.tripline.dsl.plan.ActionPlan.MessagePart;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All the expressions of a plan, each before those it is made of. */
public final class PlanExpressions {

    private PlanExpressions() {}

    /** Those of a rule: of its trigger, its windows and its actions. */
    public static Stream<ExpressionPlan> of(RulePlan rule) {
        return Stream.of(
                        of(rule.trigger()),
                        rule.features().stream().flatMap(PlanExpressions::of),
                        rule.actions().stream().flatMap(PlanExpressions::of))
                .flatMap(parts -> parts);
    }

    /** Those of a decision: of its branches and its windows. */
    public static Stream<ExpressionPlan> of(DecisionPlan decision) {
        return Stream.concat(
                decision.branches().stream().flatMap(branch -> deep(branch.condition())),
                decision.features().stream().flatMap(PlanExpressions::of));
    }

    /** Those of a view: of its filter, groups, aggregates, columns and {@code having}. */
    public static Stream<ExpressionPlan> of(ViewPlan view) {
        Stream<ExpressionPlan> columns =
                Stream.concat(view.columns().stream().map(ViewPlan.Column::value), view.having().stream());
        Stream<ExpressionPlan> inputs = Stream.concat(
                view.groups().stream().map(ViewPlan.Group::value),
                view.aggregates().stream().flatMap(aggregate -> aggregate.argument().stream()));
        return Stream.concat(of(view.source()), Stream.concat(inputs, columns).flatMap(PlanExpressions::deep));
    }

    /** Those of a window: what is aggregated, which events count, and the values of its own key. */
    public static Stream<ExpressionPlan> of(FeaturePlan feature) {
        Stream<ExpressionPlan> ownKey = feature.ownKey().stream()
                .flatMap(key -> key.parts().stream())
                .map(FeaturePlan.OwnKey.Part::value)
                .flatMap(PlanExpressions::deep);
        return Stream.of(of(feature.source()), deep(feature.argument()), ownKey).flatMap(parts -> parts);
    }

    private static Stream<ExpressionPlan> of(TriggerPlan trigger) {
        if (trigger instanceof TriggerPlan.OnEvent on) {
            return Stream.concat(of(on.step()), deep(on.when()));
        }
        TriggerPlan.Match match = (TriggerPlan.Match) trigger;
        Stream<ExpressionPlan> deadline = match.deadline().stream().flatMap(absence -> of(absence.forbidden()));
        Stream<ExpressionPlan> withouts = match.withouts().stream().flatMap(without -> of(without.forbidden()));
        return Stream.of(of(match.pattern()), withouts, deadline).flatMap(parts -> parts);
    }

    private static Stream<ExpressionPlan> of(PatternPlan pattern) {
        if (pattern instanceof PatternPlan.Step step) {
            return deep(step.condition());
        } else if (pattern instanceof PatternPlan.Repeat repeat) {
            return Stream.concat(
                    of(repeat.body()), repeat.until().values().stream().flatMap(PlanExpressions::deep));
        } else if (pattern instanceof PatternPlan.Sequence sequence) {
            return sequence.parts().stream()
                    .flatMap(part -> Stream.concat(
                            part.absences().stream().flatMap(absence -> of(absence.forbidden())), of(part.body())));
        } else if (pattern instanceof PatternPlan.Alternatives alternatives) {
            return alternatives.options().stream().flatMap(PlanExpressions::of);
        }
        return ((PatternPlan.AnyOrder) pattern).members().stream().flatMap(PlanExpressions::of);
    }

    private static Stream<ExpressionPlan> of(ActionPlan action) {
        if (action instanceof ActionPlan.Alert alert) {
            return alert.message().stream()
                    .filter(MessagePart.Value.class::isInstance)
                    .flatMap(part -> deep(((MessagePart.Value) part).expression()));
        } else if (action instanceof ActionPlan.Emit emit) {
            return emit.values().stream().flatMap(value -> deep(value.value()));
        } else if (action instanceof ActionPlan.AddToList add) {
            return deep(add.value());
        } else if (action instanceof ActionPlan.RemoveFromList remove) {
            return deep(remove.value());
        }
        return deep(((ActionPlan.Score) action).points());
    }

    private static Stream<ExpressionPlan> of(Collection<EventFilter> filters) {
        return filters.stream().flatMap(PlanExpressions::of);
    }

    private static Stream<ExpressionPlan> of(EventFilter filter) {
        return deep(filter.condition());
    }

    private static Stream<ExpressionPlan> deep(Optional<ExpressionPlan> expression) {
        return expression.stream().flatMap(PlanExpressions::deep);
    }

    private static Stream<ExpressionPlan> deep(ExpressionPlan expression) {
        List<ExpressionPlan> operands = expression.operands();
        return Stream.concat(Stream.of(expression), operands.stream().flatMap(PlanExpressions::deep));
    }
}
