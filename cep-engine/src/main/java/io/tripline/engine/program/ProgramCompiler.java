package io.tripline.engine.program;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.TriggerPlan.Match;
import io.tripline.dsl.plan.TriggerPlan.OnEvent;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a program of a rule's plan. */
public final class ProgramCompiler {

    private final RulePlan rule;
    private final ExpressionCompiler expressions;

    private ProgramCompiler(RulePlan rule) {
        this.rule = rule;
        this.expressions = new ExpressionCompiler(rule.key());
    }

    public static Program compile(RulePlan rule) {
        return new ProgramCompiler(rule).program();
    }

    private Program program() {
        PatternWays pattern = new PatternWays(pattern(rule.trigger()));
        List<Step> steps = pattern.steps().stream().map(this::step).toList();
        List<Feature> features = rule.features().stream()
                .map(plan -> new Feature(plan, expressions))
                .toList();
        Message message = new Message(rule.message(), expressions);
        return new Program(
                rule, steps, pattern, features, message, expressions.accumulatorCount(), within(rule.trigger()));
    }

    /** A rule on an event is a pattern of one step, which also asks what stands behind {@code when}. */
    private static PatternPlan pattern(TriggerPlan trigger) {
        if (trigger instanceof Match match) {
            return match.pattern();
        }
        OnEvent on = (OnEvent) trigger;
        List<ExpressionPlan> conditions = new ArrayList<>();
        on.step().condition().ifPresent(conditions::add);
        on.when().ifPresent(conditions::add);
        return new PatternPlan.Step(
                on.step().number(), on.step().name(), on.step().event(), Optional.of(new And(conditions)));
    }

    private static long within(TriggerPlan trigger) {
        return trigger instanceof Match match ? match.withinNanos().orElse(Program.UNBOUNDED) : 0;
    }

    private Step step(PatternPlan.Step plan) {
        List<ExpressionPlan> own = new ArrayList<>();
        List<ExpressionPlan> joined = new ArrayList<>();
        plan.condition().ifPresent(condition -> sort(condition, own, joined));
        return new Step(plan.number(), plan.name(), plan.event(), all(own), all(joined));
    }

    /** Sorts the parts of a condition by whether the event alone decides them. */
    private static void sort(ExpressionPlan condition, List<ExpressionPlan> own, List<ExpressionPlan> joined) {
        if (condition instanceof And and) {
            and.conditions().forEach(part -> sort(part, own, joined));
        } else if (ExpressionCompiler.seesOwnEventOnly(condition)) {
            own.add(condition);
        } else {
            joined.add(condition);
        }
    }

    private Condition all(List<ExpressionPlan> conditions) {
        return expressions.condition(new And(conditions));
    }
}
