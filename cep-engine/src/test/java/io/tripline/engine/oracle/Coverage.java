package io.tripline.engine.oracle;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.schema.FieldType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts in how many pairs each construct of the language took part, and in how many of them it led to an alert. */
final class Coverage {

    private record Count(int pairs, int alerting) {
        Count plus(boolean alerted) {
            return new Count(pairs + 1, alerting + (alerted ? 1 : 0));
        }
    }

    private static final Set<AggregateFunction> RUN = EnumSet.allOf(AggregateFunction.class);

    private static final Set<AggregateFunction> OVER_STEPS = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.AVG,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.FIRST,
            AggregateFunction.LAST,
            AggregateFunction.DISTINCT,
            AggregateFunction.STDDEV);

    /** Named by their operators, or not run by the engine. */
    private static final Set<String> NOT_RUN = Set.of(
            "StepAggregate",
            "Arithmetic",
            "Comparison",
            "TableField",
            "OnList",
            "InValues",
            "FunctionCall",
            "TotalScore");

    private final TreeMap<String, Count> counts = new TreeMap<>();

    void add(RuleSetPlan plan, Set<String> happenings, Trial.Verdict verdict) {
        Map<String, Boolean> constructs = new TreeMap<>();
        for (RulePlan rule : plan.rules()) {
            boolean ofRule =
                    verdict.alerts().stream().anyMatch(alert -> alert.rule().equals(rule.name()));
            Set<String> inRule = new TreeSet<>();
            collect(rule, inRule);
            inRule.forEach(construct -> constructs.merge(construct, ofRule, Boolean::logicalOr));
        }
        constructs.forEach(this::add);
        boolean alerted = !verdict.alerts().isEmpty();
        happenings.forEach(happening -> add(happening, alerted));
        if (verdict.byTimeAlone() > 0) {
            add("stream: time alone", alerted);
        }
        if (verdict.late() > 0) {
            add("stream: late", alerted);
        }
        if (verdict.amendments() > 0) {
            add("stream: amended", alerted);
        }
        if (verdict.retractions() > 0) {
            add("stream: retracted", alerted);
        }
    }

    void add(Coverage other) {
        other.counts.forEach((construct, count) -> counts.merge(
                construct, count, (a, b) -> new Count(a.pairs() + b.pairs(), a.alerting() + b.alerting())));
    }

    private void add(String construct, boolean alerted) {
        counts.put(construct, counts.getOrDefault(construct, new Count(0, 0)).plus(alerted));
    }

    Set<String> alerting() {
        Set<String> names = new TreeSet<>();
        counts.forEach((name, count) -> {
            if (count.alerting() > 0) {
                names.add(name);
            }
        });
        return names;
    }

    private static void collect(Object node, Set<String> constructs) {
        name(node, constructs);
        if (node instanceof Optional<?> optional) {
            optional.ifPresent(value -> collect(value, constructs));
        } else if (node instanceof Collection<?> nodes) {
            nodes.forEach(value -> collect(value, constructs));
        } else if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                collect(component(node, component), constructs);
            }
        }
    }

    private static Object component(Object node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static void name(Object node, Set<String> constructs) {
        if (node instanceof RulePlan rule) {
            rule.oncePerNanos().ifPresent(nanos -> constructs.add("rule: once per"));
        } else if (node instanceof KeyPlan key) {
            constructs.add("key: " + key.parts().size() + " parts");
            key.parts().forEach(part -> constructs.add("key: " + part.type().display()));
        } else if (node instanceof TriggerPlan.Match match) {
            constructs.add("match" + (match.withinNanos().isPresent() ? ": bounded" : ": unbounded"));
            constructs.add("after match: " + match.afterMatch().getClass().getSimpleName());
            if (match.waits()) {
                constructs.add("match: final");
            }
            if (match.pattern() instanceof PatternPlan.Sequence sequence
                    && !sequence.parts().get(0).absences().isEmpty()) {
                constructs.add("not: leading");
            }
        } else if (node instanceof TriggerPlan.OnEvent) {
            constructs.add("on");
        } else if (node instanceof PatternPlan.Sequence sequence) {
            constructs.add("match: " + sequence.parts().size() + " parts");
            sequence.parts().forEach(part -> nameLink(part, constructs));
        } else if (node instanceof PatternPlan.Alternatives) {
            constructs.add("match: alternatives");
        } else if (node instanceof PatternPlan.AnyOrder) {
            constructs.add("match: any order");
        } else if (node instanceof TriggerPlan.Without) {
            constructs.add("match: without");
        } else if (node instanceof TriggerPlan.Deadline) {
            constructs.add("match: deadline");
        } else if (node instanceof PatternPlan.Repeat repeat) {
            nameRepeat(repeat, constructs);
            String max = repeat.max() == PatternPlan.UNBOUNDED ? "" : String.valueOf(repeat.max());
            constructs.add("repeat {" + repeat.min() + "," + max + "}");
        } else if (node instanceof FeaturePlan feature) {
            constructs.add("feature: " + feature.function());
            feature.argument()
                    .ifPresent(argument -> constructs.add("feature: " + feature.function() + " "
                            + argument.type().display()));
            constructs.add("window: " + windowName(feature));
            feature.ownKey().ifPresent(key -> constructs.add("window: own key"));
            feature.source().condition().ifPresent(filter -> constructs.add("feature: filter"));
        } else if (node instanceof ExpressionPlan.FunctionCall call) {
            constructs.add("function: " + call.function() + " " + call.type().display());
        } else if (node instanceof ExpressionPlan.StepAggregate aggregate) {
            constructs.add("step: " + aggregate.function());
            aggregate
                    .argument()
                    .ifPresent(argument -> constructs.add("step: " + aggregate.function() + " "
                            + argument.type().display()));
        } else if (node instanceof ExpressionPlan.Arithmetic arithmetic) {
            constructs.add("arithmetic: " + arithmetic.operator());
            constructs.add("arithmetic: " + arithmetic.operator() + " "
                    + arithmetic.type().display());
        } else if (node instanceof ExpressionPlan.Comparison comparison) {
            constructs.add("comparison: " + comparison.operator() + " "
                    + comparison.left().type().display());
        } else if (node instanceof ExpressionPlan expression) {
            constructs.add("expression: " + expression.getClass().getSimpleName());
        }
    }

    private static String windowName(FeaturePlan feature) {
        String name = "last events";
        if (feature.window() instanceof FeaturePlan.Window.Sliding sliding) {
            name = (sliding.stepNanos().isPresent() ? "step" : "over")
                    + (sliding.endingAgoNanos() > 0 ? " ending" : "");
        }
        return name + (feature.beforeThis() ? " before this" : "");
    }

    private static void nameLink(PatternPlan.Part part, Set<String> constructs) {
        constructs.add("then: " + part.contiguity());
        part.gapNanos().ifPresent(nanos -> constructs.add("then: within"));
        part.absences()
                .forEach(absence -> constructs.add(absence.forNanos().isPresent() ? "not: for" : "not: between"));
    }

    private static void nameRepeat(PatternPlan.Repeat repeat, Set<String> constructs) {
        constructs.add("rounds: " + repeat.rounds());
        if (!(repeat.body() instanceof PatternPlan.Step)) {
            constructs.add("repeat group");
        }
        if (repeat.reluctant()) {
            constructs.add("repeat reluctant");
        }
        if (!repeat.until().isEmpty()) {
            constructs.add("repeat until");
        }
    }

    /**
     * Which of the constructs that some thousand pairs cannot well do without have led to no alert. What is rarer is in
     * the counts alone.
     */
    Set<String> missing() {
        Set<String> wanted = new TreeSet<>();
        for (AggregateFunction function : RUN) {
            wanted.add("feature: " + function);
        }
        for (AggregateFunction function : OVER_STEPS) {
            wanted.add("step: " + function);
        }
        for (ExpressionPlan.Comparison.Operator operator : ExpressionPlan.Comparison.Operator.values()) {
            wanted.add("comparison: " + operator + " " + FieldType.Scalar.DECIMAL.display());
        }
        for (ExpressionPlan.Arithmetic.Operator operator : ExpressionPlan.Arithmetic.Operator.values()) {
            wanted.add("arithmetic: " + operator);
        }
        for (Class<?> expression : ExpressionPlan.class.getPermittedSubclasses()) {
            if (!NOT_RUN.contains(expression.getSimpleName())) {
                wanted.add("expression: " + expression.getSimpleName());
            }
        }
        wanted.addAll(Set.of("window: over", "window: over ending", "window: over before this", "window: own key"));
        wanted.addAll(Set.of("window: step", "window: last events", "window: last events before this"));
        wanted.addAll(Set.of("on", "match: bounded", "match: unbounded", "rule: once per", "feature: filter"));
        wanted.addAll(Set.of("match: 2 parts", "match: 3 parts", "match: 4 parts"));
        wanted.addAll(Set.of("match: alternatives", "match: any order", "match: without", "match: deadline"));
        wanted.addAll(Set.of("match: final", "not: leading", "not: for", "not: between"));
        wanted.addAll(Set.of("then: NEXT", "then: IMMEDIATE", "then: ANY", "then: within"));
        wanted.addAll(Set.of("rounds: NEXT", "rounds: IMMEDIATE", "rounds: ANY"));
        wanted.addAll(Set.of("repeat group", "repeat reluctant", "repeat until"));
        wanted.addAll(Set.of(
                "after match: PastLastEvent", "after match: Overlapping", "after match: SkipTo", "stream: time alone"));
        wanted.addAll(
                Set.of("repeat {2,2}", "repeat {1,2}", "repeat {2,}", "repeat {1,}", "repeat {0,}", "repeat {0,1}"));
        wanted.addAll(
                Set.of("key: 0 parts", "key: 1 parts", "key: 2 parts", "key: string", "key: int", "key: decimal"));
        wanted.addAll(Set.of("stream: late", "stream: amended", "stream: retracted"));
        wanted.addAll(Set.of("stream: several sources", "stream: tick", "stream: idle", "stream: rules"));
        wanted.removeAll(alerting());
        return wanted;
    }

    /** A line for each group of constructs. */
    @Override
    public String toString() {
        Map<String, List<String>> groups = new TreeMap<>();
        counts.forEach((name, count) -> groups.computeIfAbsent(name.split("[: ]", 2)[0], group -> new ArrayList<>())
                .add(name.replaceFirst("^\\w+:? ", "") + " " + count.pairs() + "/" + count.alerting()));
        StringBuilder text =
                new StringBuilder("pairs with a construct / of them with an alert of a rule that has it\n");
        groups.forEach((group, constructs) -> text.append("  ")
                .append(group)
                .append(": ")
                .append(String.join(", ", constructs))
                .append('\n'));
        return text.toString();
    }
}
