package io.tripline.engine.program;

import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch.PastLastEvent;
import io.tripline.dsl.plan.TriggerPlan.Match;
import io.tripline.dsl.plan.TriggerPlan.OnEvent;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.table.ReferenceData;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a program of a rule's plan. */
public final class ProgramCompiler {

    private final RulePlan rule;
    private final ExpressionCompiler expressions;

    private ProgramCompiler(RulePlan rule, ReferenceData data) {
        this.rule = rule;
        this.expressions = new ExpressionCompiler(rule.key(), data);
    }

    /**
     * Makes the program of a rule.
     *
     * @param data the lists and tables it looks up
     */
    public static Program compile(RulePlan rule, ReferenceData data) {
        ProgramCompiler compiler = new ProgramCompiler(rule, data);
        return compiler.program(new Actions(rule, compiler.expressions));
    }

    /** Makes the program of a decision: a rule that fires on each event of its type and gives a verdict. */
    public static Program compile(DecisionPlan decision, ReferenceData data) {
        PatternPlan.Step event = new PatternPlan.Step(0, decision.event(), decision.event(), Optional.empty());
        RulePlan rule = new RulePlan(
                decision.name(),
                decision.title(),
                decision.version(),
                AlertSeverity.LOW,
                List.of(),
                decision.key(),
                new OnEvent(event, Optional.empty(), false),
                decision.features(),
                OptionalLong.empty(),
                List.of(),
                decision.cost(),
                decision.span());
        ProgramCompiler compiler = new ProgramCompiler(rule, data);
        return compiler.program(Actions.of(decision, compiler.expressions));
    }

    private Program program(Actions actions) {
        FilterTable filters = new FilterTable(expressions);
        Outline outline = new Outline(pattern(rule.trigger()), filters);
        MatchTerms terms = terms(rule.trigger(), outline, filters);
        List<Step> steps = outline.steps().stream().map(this::step).toList();
        List<Feature> features = rule.features().stream()
                .map(plan -> new Feature(plan, expressions))
                .toList();
        return new Program(
                rule, terms, steps, outline, filters.filters(), features, actions, expressions.accumulatorCount());
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

    private static MatchTerms terms(TriggerPlan trigger, Outline outline, FilterTable filters) {
        if (!(trigger instanceof Match match)) {
            return new MatchTerms(0, List.of(), List.of(), Optional.empty(), new PastLastEvent(), false, false);
        }
        List<Without> withouts = new ArrayList<>();
        for (TriggerPlan.Without plan : match.withouts()) {
            withouts.add(new Without(withouts.size(), filters.add(plan.forbidden()), plan.from(), plan.to()));
        }
        return new MatchTerms(
                match.withinNanos().orElse(Program.UNBOUNDED),
                outline.leading(),
                withouts,
                match.deadline().map(deadline -> filters.ban(deadline.forbidden(), deadline.withinNanos())),
                match.afterMatch(),
                match.waits() && match.deadline().isEmpty(),
                outline.any());
    }

    private Step step(PatternPlan.Step plan) {
        FilterTable.Sorted parts = FilterTable.Sorted.of(plan.condition());
        return new Step(
                plan.number(),
                plan.name(),
                plan.event(),
                plan.condition(),
                expressions.conditionOfStep(plan.number(), parts.own()),
                expressions.conditionOfStep(plan.number(), parts.joined()));
    }
}
