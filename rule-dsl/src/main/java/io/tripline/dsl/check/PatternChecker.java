package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.StepSyntax;
import io.tripline.dsl.syntax.StepSyntax.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the steps of a {@code match}: conditions, counts, and that something bounds them. */
final class PatternChecker {

    private final RuleContext context;
    private final RuleNames names;
    /** Whether a {@code within} bounds the match, or may have been meant to. */
    private final boolean bounded;

    PatternChecker(RuleContext context, RuleNames names, boolean bounded) {
        this.context = context;
        this.names = names;
        this.bounded = bounded;
    }

    Optional<PatternPlan> check(Clause.Match match) {
        List<StepSyntax> syntax = match.steps();
        if (syntax.size() > context.limits().steps()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.TOO_LARGE,
                            syntax.get(context.limits().steps()).span(),
                            "a match can have " + context.limits().steps() + " steps at most");
            return Optional.empty();
        }
        List<PatternPlan> parts = new ArrayList<>();
        for (int i = 0; i < syntax.size(); i++) {
            part(syntax.get(i), names.steps().get(i)).ifPresent(parts::add);
        }
        checkLast(match);
        if (parts.size() < syntax.size()) {
            return Optional.empty();
        }
        return Optional.of(
                parts.size() == 1 ? parts.get(0) : PatternPlan.Sequence.of(parts.toArray(PatternPlan[]::new)));
    }

    private Optional<PatternPlan> part(StepSyntax syntax, Step step) {
        boolean countFits =
                syntax.repetition().isEmpty() || fits(syntax.repetition().get());
        Optional<PatternPlan.Step> plan = step(context, Scope.ofStep(names, step), syntax, step);
        if (!countFits || plan.isEmpty()) {
            return Optional.empty();
        }
        PatternPlan.Step body = plan.get();
        return Optional.of(syntax.repetition()
                .filter(times -> times.least() != 1 || times.most() != 1)
                .<PatternPlan>map(times -> PatternPlan.Repeat.greedy(body, times.least(), times.most()))
                .orElse(body));
    }

    /** One step with its condition; empty when its event type or its condition is not known. */
    static Optional<PatternPlan.Step> step(RuleContext context, Scope scope, StepSyntax syntax, Step step) {
        Optional<ExpressionPlan> condition =
                syntax.filter().flatMap(filter -> ExpressionChecker.condition(context, scope, filter));
        return syntax.filter().isPresent() == condition.isPresent()
                        && step.shape().isPresent()
                ? Optional.of(new PatternPlan.Step(step.number(), step.name(), step.event(), condition))
                : Optional.empty();
    }

    private boolean fits(Repetition times) {
        int limit = context.limits().repetitions();
        if (times.least() > limit || times.most() > limit && times.most() != PatternPlan.UNBOUNDED) {
            context.diagnostics()
                    .error(DiagnosticCode.OUT_OF_RANGE, times.span(), "a step can happen " + limit + " times at most");
            return false;
        }
        if (times.most() == 0) {
            error(DiagnosticCode.BAD_REPETITION, times.span(), "a step that never happens is no step", "leave it out");
            return false;
        }
        if (times.most() < times.least()) {
            error(
                    DiagnosticCode.BAD_REPETITION,
                    times.span(),
                    "this asks for at least " + times.least() + " and at most " + times.most(),
                    "write `{" + times.most() + "," + times.least() + "}`");
            return false;
        }
        if (times.most() == PatternPlan.UNBOUNDED && !bounded) {
            int most = Math.max(10, 2 * times.least());
            error(
                    DiagnosticCode.UNBOUNDED_REPETITION,
                    times.span(),
                    "nothing bounds how many events this step keeps",
                    "add `within 10m` to the rule, or say how many at most: `{" + times.least() + "," + most + "}`");
            return false;
        }
        return true;
    }

    private void checkLast(Clause.Match match) {
        List<StepSyntax> steps = match.steps();
        if (steps.stream().allMatch(PatternChecker::mayBeEmpty)) {
            error(
                    DiagnosticCode.EMPTY_MATCH,
                    match.span(),
                    "every step of this match may be left out, so it would match nothing at all",
                    "let one step happen at least once");
            return;
        }
        StepSyntax last = steps.get(steps.size() - 1);
        if (mayBeEmpty(last)) {
            context.diagnostics()
                    .warning(
                            DiagnosticCode.NEVER_TAKEN,
                            last.span(),
                            "this step is never taken: the match is complete without it",
                            "leave it out, or let it happen at least once");
        }
    }

    private static boolean mayBeEmpty(StepSyntax step) {
        return step.repetition().filter(times -> times.least() == 0).isPresent();
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
