package io.tripline.engine.program;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.Function;
import io.tripline.dsl.plan.PlanExpressions;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.expression.EventLists;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the language says and this engine cannot run: such a rule set is refused as a whole, never run in part. */
public final class UnsupportedConstructs {

    private static final Set<AggregateFunction> STEP_AGGREGATES = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.AVG,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.DISTINCT,
            AggregateFunction.FIRST,
            AggregateFunction.LAST,
            AggregateFunction.STDDEV);

    /** A partial match keeps a bit for each. */
    private static final int MOST_WITHOUTS = 64;

    private UnsupportedConstructs() {}

    /** The declarations that cannot be run, each with what it uses that is not supported. */
    public static Map<SourceSpan, String> in(RuleSetPlan plan) {
        Map<SourceSpan, String> found =
                new TreeMap<>((a, b) -> a.equals(b) ? 0 : a.toString().compareTo(b.toString()));
        Set<String> declared = plan.events().stream().map(EventSchema::name).collect(Collectors.toSet());
        plan.views().forEach(view -> of(view, declared).ifPresent(construct -> found.put(view.span(), construct)));
        for (RulePlan rule : plan.rules()) {
            of(rule).or(() -> ownKeyOverRows(rule, declared)).ifPresent(construct -> found.put(rule.span(), construct));
        }
        for (DecisionPlan decision : plan.decisions()) {
            ofAll(decision.features(), PlanExpressions.of(decision).toList())
                    .or(() -> overRows(decision, declared))
                    .ifPresent(construct -> found.put(decision.span(), construct));
        }
        return found;
    }

    /** A row that is revised has to leave the windows it is in, which those of other keys let nobody do. */
    private static Optional<String> ownKeyOverRows(RulePlan rule, Set<String> declared) {
        boolean over = rule.features().stream()
                .anyMatch(feature -> feature.ownKey().isPresent()
                        && !declared.contains(feature.source().event()));
        return over ? Optional.of("windows with a key of their own over the rows of views") : Optional.empty();
    }

    private static Optional<String> overRows(DecisionPlan decision, Set<String> declared) {
        boolean over = !declared.contains(decision.event())
                || decision.features().stream()
                        .anyMatch(feature -> !declared.contains(feature.source().event()));
        return over ? Optional.of("decisions over the rows of views") : Optional.empty();
    }

    private static Optional<String> of(ViewPlan view, Set<String> declared) {
        if (!declared.contains(view.source().event())) {
            return Optional.of("a view over the rows of another");
        }
        boolean lists = view.aggregates().stream()
                .flatMap(aggregate -> aggregate.argument().stream())
                .anyMatch(argument -> argument.type() instanceof FieldType.ListType);
        boolean runs = !lists && PlanExpressions.of(view).allMatch(UnsupportedConstructs::runs);
        return runs ? Optional.empty() : Optional.of("this kind of column");
    }

    private static Optional<String> of(RulePlan rule) {
        Optional<String> found = ofAll(rule.features(), PlanExpressions.of(rule).toList());
        return found.isPresent() ? found : of(rule.trigger(), !rule.features().isEmpty());
    }

    private static Optional<String> ofAll(List<FeaturePlan> features, List<ExpressionPlan> expressions) {
        if (!features.stream().allMatch(UnsupportedConstructs::runs)) {
            return Optional.of("this kind of window");
        }
        return expressions.stream().allMatch(UnsupportedConstructs::runs)
                ? Optional.empty()
                : Optional.of("this kind of expression");
    }

    private static boolean runs(FeaturePlan feature) {
        return feature.argument()
                .filter(argument -> argument.type() instanceof FieldType.ListType)
                .isEmpty();
    }

    private static Optional<String> of(TriggerPlan trigger, boolean hasWindows) {
        if (trigger instanceof TriggerPlan.OnEvent on) {
            return on.late() && hasWindows ? Optional.of("windows in a rule on late events") : Optional.empty();
        }
        TriggerPlan.Match match = (TriggerPlan.Match) trigger;
        if (match.withouts().size() > MOST_WITHOUTS) {
            return Optional.of("more than " + MOST_WITHOUTS + " times `without` in one rule");
        }
        return Optional.empty();
    }

    /** Its operands aside. */
    private static boolean runs(ExpressionPlan expression) {
        if (expression instanceof ExpressionPlan.InValues inValues) {
            return EventLists.reads(inValues.values());
        } else if (expression instanceof ExpressionPlan.FunctionCall call && call.function() == Function.SIZE) {
            return EventLists.reads(call.arguments().get(0));
        }
        return !(expression instanceof ExpressionPlan.StepAggregate aggregate)
                || STEP_AGGREGATES.contains(aggregate.function());
    }
}
