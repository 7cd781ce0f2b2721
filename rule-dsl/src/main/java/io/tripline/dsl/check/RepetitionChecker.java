package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.RepeatSyntax;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checks the counts behind steps and groups, and what may end them early. */
final class RepetitionChecker {

    private final RuleContext context;
    private final RuleNames names;
    /** Whether a {@code within} bounds the match, or may have been meant to. */
    private final boolean bounded;

    RepetitionChecker(RuleContext context, RuleNames names, boolean bounded) {
        this.context = context;
        this.names = names;
        this.bounded = bounded;
    }

    /** The body as often as is said; empty when the count cannot be. */
    Optional<PatternPlan> repeated(PatternPlan body, Optional<RepeatSyntax> repeat) {
        if (repeat.isEmpty()) {
            return Optional.of(body);
        }
        RepeatSyntax times = repeat.get();
        boolean fits = fits(times) && isNeeded(body, times);
        Optional<SortedMap<String, ExpressionPlan>> until = until(body, times);
        if (!fits || until.isEmpty()) {
            return Optional.empty();
        }
        if (times.once() && until.get().isEmpty()) {
            return Optional.of(body);
        }
        return Optional.of(new PatternPlan.Repeat(
                body, times.least(), times.most(), times.rounds(), times.reluctant(), until.get()));
    }

    private boolean fits(RepeatSyntax times) {
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

    /** A round has to take something, else there is no telling how many there were. */
    private boolean isNeeded(PatternPlan body, RepeatSyntax times) {
        if (PatternShape.canBeEmpty(body)) {
            error(
                    DiagnosticCode.BAD_REPETITION,
                    times.span(),
                    "a round of this repetition may be empty",
                    "let one step in the brackets happen at least once");
            return false;
        }
        return true;
    }

    /** The condition for each event type of the body; empty when it is wrong for one of them. */
    private Optional<SortedMap<String, ExpressionPlan>> until(PatternPlan body, RepeatSyntax times) {
        SortedMap<String, ExpressionPlan> conditions = new TreeMap<>();
        if (times.until().isEmpty()) {
            return Optional.of(conditions);
        }
        ExpressionSyntax syntax = times.until().get();
        Map<String, EventShape> types = new TreeMap<>();
        Set<Integer> taken = new java.util.HashSet<>();
        stepsOf(body).forEach(step -> {
            Step known = names.steps().get(step.number());
            known.shape().ifPresent(shape -> types.put(step.event(), shape));
            taken.addAll(known.before());
            taken.add(step.number());
        });
        for (Map.Entry<String, EventShape> type : types.entrySet()) {
            Scope scope = Scope.ofOther(names, type.getKey(), Optional.of(type.getValue()), taken);
            Optional<ExpressionPlan> condition = ExpressionChecker.condition(context, scope, syntax);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            conditions.put(type.getKey(), condition.get());
        }
        return Optional.of(conditions);
    }

    private static Stream<PatternPlan.Step> stepsOf(PatternPlan body) {
        return PatternShape.steps(body).stream();
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
