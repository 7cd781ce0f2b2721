package io.tripline.engine.program;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.Function;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.expression.EventLists;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the language says and this engine cannot run: such a rule set is refused as a whole, never run in part. */
public final class UnsupportedConstructs {

    private static final Set<AggregateFunction> AGGREGATES = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.AVG,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.DISTINCT);

    private static final Set<AggregateFunction> STEP_AGGREGATES = EnumSet.copyOf(AGGREGATES);

    static {
        STEP_AGGREGATES.addAll(List.of(AggregateFunction.FIRST, AggregateFunction.LAST, AggregateFunction.STDDEV));
    }

    /** A partial match keeps a bit for each. */
    private static final int MOST_WITHOUTS = 64;

    private final Map<SourceSpan, String> found =
            new TreeMap<>((a, b) -> a.equals(b) ? 0 : a.toString().compareTo(b.toString()));

    private UnsupportedConstructs() {}

    /** The declarations that cannot be run, each with what it uses that is not supported. */
    public static Map<SourceSpan, String> in(RuleSetPlan plan) {
        UnsupportedConstructs constructs = new UnsupportedConstructs();
        plan.tables().forEach(table -> constructs.found.put(table.span(), "tables"));
        plan.lists().forEach(list -> constructs.found.put(list.span(), "lists"));
        Set<String> declared = plan.events().stream().map(EventSchema::name).collect(Collectors.toSet());
        plan.views().forEach(view -> of(view, declared)
                .ifPresent(construct -> constructs.found.put(view.span(), construct)));
        plan.decisions().forEach(decision -> constructs.found.put(decision.span(), "decisions"));
        plan.rules().forEach(rule -> of(rule).or(
                        () -> declared.containsAll(rule.key().fieldsByEvent().keySet())
                                ? Optional.empty()
                                : Optional.of("rules over the rows of views"))
                .ifPresent(construct -> constructs.found.put(rule.span(), construct)));
        return constructs.found;
    }

    private static Optional<String> of(ViewPlan view, Set<String> declared) {
        if (!declared.contains(view.source().event())) {
            return Optional.of("a view over the rows of another");
        }
        boolean lists = view.aggregates().stream()
                .flatMap(aggregate -> aggregate.argument().stream())
                .anyMatch(argument -> argument.type() instanceof FieldType.ListType);
        List<ExpressionPlan> expressions =
                new ArrayList<>(view.source().condition().stream().toList());
        view.groups().forEach(group -> expressions.add(group.value()));
        view.aggregates().forEach(aggregate -> aggregate.argument().ifPresent(expressions::add));
        view.columns().forEach(column -> expressions.add(column.value()));
        view.having().ifPresent(expressions::add);
        return !lists && expressions(expressions) ? Optional.empty() : Optional.of("this kind of column");
    }

    private static Optional<String> of(RulePlan rule) {
        // A score counts for decisions alone; where there are none, it has nothing to do.
        boolean acts = rule.actions().stream()
                .allMatch(action -> action instanceof ActionPlan.Alert || action instanceof ActionPlan.Score);
        if (!acts || !rule.raisesAlerts()) {
            return Optional.of("actions other than `alert`");
        }
        for (FeaturePlan feature : rule.features()) {
            boolean runs = feature.ownKey().isEmpty()
                    && feature.argument()
                            .filter(argument -> argument.type() instanceof FieldType.ListType)
                            .isEmpty()
                    && expressions(feature.source().condition().stream().toList())
                    && expressions(feature.argument().stream().toList());
            if (!runs) {
                return Optional.of("this kind of window");
            }
        }
        boolean message = rule.message().stream()
                .allMatch(part -> !(part instanceof ActionPlan.MessagePart.Value value)
                        || expressions(List.of(value.expression())));
        return message ? of(rule.trigger()) : Optional.of("this kind of expression");
    }

    private static Optional<String> of(TriggerPlan trigger) {
        if (trigger instanceof TriggerPlan.OnEvent on) {
            boolean runs = !on.late()
                    && expressions(on.when().stream().toList())
                    && expressions(on.step().condition().stream().toList());
            return runs ? Optional.empty() : Optional.of("this kind of condition");
        }
        TriggerPlan.Match match = (TriggerPlan.Match) trigger;
        if (match.withouts().size() > MOST_WITHOUTS) {
            return Optional.of("more than " + MOST_WITHOUTS + " times `without` in one rule");
        }
        if (match.waits() && hasAny(match.pattern())) {
            return Optional.of("`final` together with `any`");
        }
        if (match.deadline().isPresent() && endsInCountedGroup(match.pattern())) {
            return Optional.of("`then not … within` behind a group with a count");
        }
        boolean runs = filters(match.withouts().stream()
                        .map(TriggerPlan.Without::forbidden)
                        .toList())
                && match.deadline()
                        .map(deadline -> filters(deadline.forbidden()))
                        .orElse(true)
                && runs(match.pattern());
        return runs ? Optional.empty() : Optional.of("this kind of condition");
    }

    private static boolean endsInCountedGroup(PatternPlan pattern) {
        if (pattern instanceof PatternPlan.Repeat repeat) {
            return !(repeat.body() instanceof PatternPlan.Step);
        } else if (pattern instanceof PatternPlan.Sequence sequence) {
            return endsInCountedGroup(
                    sequence.parts().get(sequence.parts().size() - 1).body());
        } else if (pattern instanceof PatternPlan.Alternatives alternatives) {
            return alternatives.options().stream().anyMatch(UnsupportedConstructs::endsInCountedGroup);
        }
        return false;
    }

    private static boolean hasAny(PatternPlan pattern) {
        if (pattern instanceof PatternPlan.Repeat repeat) {
            return repeat.rounds() == Contiguity.ANY || hasAny(repeat.body());
        } else if (pattern instanceof PatternPlan.Sequence sequence) {
            return sequence.parts().stream()
                    .anyMatch(part -> part.contiguity() == Contiguity.ANY || hasAny(part.body()));
        } else if (pattern instanceof PatternPlan.Alternatives alternatives) {
            return alternatives.options().stream().anyMatch(UnsupportedConstructs::hasAny);
        } else if (pattern instanceof PatternPlan.AnyOrder anyOrder) {
            return anyOrder.members().stream().anyMatch(UnsupportedConstructs::hasAny);
        }
        return false;
    }

    private static boolean runs(PatternPlan pattern) {
        if (pattern instanceof PatternPlan.Step step) {
            return expressions(step.condition().stream().toList());
        } else if (pattern instanceof PatternPlan.Repeat repeat) {
            return expressions(List.copyOf(repeat.until().values())) && runs(repeat.body());
        } else if (pattern instanceof PatternPlan.Sequence sequence) {
            return sequence.parts().stream()
                    .allMatch(part -> part.absences().stream().allMatch(absence -> filters(absence.forbidden()))
                            && runs(part.body()));
        } else if (pattern instanceof PatternPlan.Alternatives alternatives) {
            return alternatives.options().stream().allMatch(UnsupportedConstructs::runs);
        }
        return ((PatternPlan.AnyOrder) pattern).members().stream().allMatch(UnsupportedConstructs::runs);
    }

    private static boolean filters(List<EventFilter> filters) {
        return expressions(
                filters.stream().flatMap(filter -> filter.condition().stream()).toList());
    }

    private static boolean expressions(List<ExpressionPlan> expressions) {
        return expressions.stream().allMatch(UnsupportedConstructs::runs);
    }

    private static boolean runs(ExpressionPlan expression) {
        boolean unknown = expression instanceof ExpressionPlan.TableField
                || expression instanceof ExpressionPlan.OnList
                || expression instanceof ExpressionPlan.InValues inValues && !EventLists.reads(inValues.values())
                || expression instanceof ExpressionPlan.FunctionCall call
                        && call.function() == Function.SIZE
                        && !EventLists.reads(call.arguments().get(0))
                || expression instanceof ExpressionPlan.TotalScore
                || expression instanceof ExpressionPlan.StepAggregate aggregate
                        && !STEP_AGGREGATES.contains(aggregate.function());
        return !unknown && expressions(expression.operands());
    }
}
