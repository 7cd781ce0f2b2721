package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.PatternSyntax;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import io.tripline.dsl.syntax.TextLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks one rule and plans it. */
final class RuleChecker {

    private static final List<String> SEVERITIES = Arrays.stream(AlertSeverity.values())
            .map(severity -> severity.name().toLowerCase(Locale.ROOT))
            .toList();

    private final RuleDeclaration rule;
    private final RuleContext context;
    private final RuleClauses clauses;
    private final KeyChecker key;
    private final RuleNames names;

    private RuleChecker(RuleDeclaration rule, RuleContext context) {
        this.rule = rule;
        this.context = context;
        this.clauses = RuleClauses.of(rule, context.diagnostics());
        this.key = new KeyChecker(
                context, clauses.find(Clause.By.class).map(Clause.By::parts).orElse(List.of()));
        Optional<Clause.On> on = clauses.find(Clause.On.class);
        List<Step> steps = on.<PatternSyntax>map(Clause.On::step)
                .or(() -> clauses.find(Clause.Match.class).map(Clause.Match::pattern))
                .map(pattern -> StepNames.of(pattern, context))
                .orElse(List.of());
        this.names =
                new RuleNames(context.declared().events(), on.isPresent(), steps, key.types(steps), clauses.inDoubt());
    }

    /**
     * The plan of the rule; empty when there is an error in it, or in something it needs.
     *
     * @param contents by name, of all declarations that are free of errors
     */
    static Optional<RulePlan> check(RuleDeclaration rule, RuleContext context, Map<String, List<String>> contents) {
        return new RuleChecker(rule, context).check(contents);
    }

    private Optional<RulePlan> check(Map<String, List<String>> contents) {
        Optional<AlertSeverity> severity = severity();
        Optional<? extends TriggerPlan> trigger = names.on() ? on() : new MatchChecker(context, names, clauses).check();
        Optional<Clause.OncePer> oncePer = clauses.find(Clause.OncePer.class);
        boolean silenceFits =
                oncePer.isEmpty() || DurationRange.check(oncePer.get().duration(), context);
        Optional<List<ActionPlan>> actions = actions();
        Optional<KeyPlan> keyPlan = key.check();
        boolean allKnown = contents.keySet().containsAll(context.used());
        if (severity.isEmpty()
                || trigger.isEmpty()
                || actions.isEmpty()
                || !silenceFits
                || keyPlan.isEmpty()
                || !allKnown) {
            return Optional.empty();
        }
        return Optional.of(new RulePlan(
                rule.name().text(),
                rule.title().map(TextLine::text).orElse(rule.name().text()),
                RuleVersion.of(rule.tokens(), context.used(), contents),
                severity.get(),
                tags(),
                keyPlan.get(),
                trigger.get(),
                context.features().features(),
                nanos(oncePer.map(Clause.OncePer::duration)),
                actions.get(),
                Costs.of(context.features().features(), trigger.get()),
                rule.span()));
    }

    private Optional<AlertSeverity> severity() {
        Optional<Clause.Severity> clause = clauses.find(Clause.Severity.class);
        if (clause.isEmpty()) {
            return Optional.of(AlertSeverity.MEDIUM);
        }
        String level = clause.get().level().text();
        if (!SEVERITIES.contains(level)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.UNKNOWN_SEVERITY,
                            clause.get().level().span(),
                            "`" + level + "` is not a severity",
                            DidYouMean.hint(level, SEVERITIES)
                                    .or(() -> Optional.of("severities are " + TypeWords.list(SEVERITIES))));
            return Optional.empty();
        }
        return Optional.of(AlertSeverity.valueOf(level.toUpperCase(Locale.ROOT)));
    }

    private List<String> tags() {
        return clauses.find(Clause.Tags.class).map(Clause.Tags::tags).orElse(List.of()).stream()
                .map(Name::text)
                .distinct()
                .toList();
    }

    private Optional<TriggerPlan.OnEvent> on() {
        StepSyntax syntax = clauses.find(Clause.On.class).orElseThrow().step();
        Step step = names.steps().get(0);
        Scope scope = Scope.ofOn(names, step);
        boolean once = syntax.repeat().isEmpty();
        if (!once) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_REPETITION,
                            syntax.repeat().orElseThrow().span(),
                            "`on` looks at one event at a time",
                            "use `match` for events in a row, or count them: `when count(" + step.event()
                                    + ") over 10m > 3`");
        }
        Optional<PatternPlan.Step> tested = PatternChecker.step(context, scope, syntax, step);
        Optional<Clause.When> when = clauses.find(Clause.When.class);
        Optional<ExpressionPlan> condition =
                when.flatMap(clause -> ExpressionChecker.condition(context, scope, clause.condition()));
        tested.flatMap(PatternPlan.Step::condition)
                .ifPresent(filter -> condition.ifPresent(plan -> warnIfNever(when.orElseThrow(), filter, plan)));
        return once && tested.isPresent() && when.isPresent() == condition.isPresent()
                ? Optional.of(new TriggerPlan.OnEvent(
                        tested.get(),
                        condition,
                        clauses.find(Clause.On.class).orElseThrow().late()))
                : Optional.empty();
    }

    private void warnIfNever(Clause.When when, ExpressionPlan filter, ExpressionPlan condition) {
        boolean alone = Contradictions.exclude(List.of(filter)) || Contradictions.exclude(List.of(condition));
        if (!alone && Contradictions.exclude(List.of(filter, condition))) {
            context.diagnostics()
                    .warning(
                            DiagnosticCode.NEVER_MATCHES,
                            when.condition().span(),
                            "nothing can satisfy this and what stands in brackets behind `on`",
                            "change a bound");
        }
    }

    private Optional<List<ActionPlan>> actions() {
        if (names.steps().isEmpty()) {
            return Optional.empty();
        }
        Scope scope = names.on() ? Scope.ofOn(names, names.steps().get(0)) : Scope.ofMatch(names);
        return new ActionChecker(context, scope).check(rule.clauses());
    }

    private static OptionalLong nanos(Optional<DurationValue> duration) {
        return duration.map(value -> OptionalLong.of(value.nanos())).orElse(OptionalLong.empty());
    }
}
