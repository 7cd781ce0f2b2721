package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan.Absence;
import io.tripline.dsl.plan.TriggerPlan.Deadline;
import io.tripline.dsl.plan.TriggerPlan.Without;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.FilteredSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.PatternSyntax.Negated;
import io.tripline.dsl.syntax.PatternSyntax.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks what must not come: before a match, between steps, and until a deadline after the last one. */
final class NegationChecker {

    private final RuleContext context;
    private final RuleNames names;

    NegationChecker(RuleContext context, RuleNames names) {
        this.context = context;
        this.names = names;
    }

    /**
     * {@code not X} between two steps.
     *
     * @param before the steps that can have taken an event by then
     */
    Optional<Absence> between(Part part, Set<Integer> before) {
        Negated negated = (Negated) part.body();
        if (!linkIsBare(part)) {
            return Optional.empty();
        }
        if (negated.within().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    negated.within().get().span(),
                    "`within` stands behind a last `not` only: more steps follow this one",
                    "to wait in silence before the next step, write `for` in the place of `within`");
            return Optional.empty();
        }
        return absence(negated, before);
    }

    /** {@code not X for D} before the first step. */
    Optional<Absence> leading(Negated negated) {
        if (negated.within().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    negated.within().get().span(),
                    "`within` stands behind a last `not` only",
                    "write `for` in the place of `within`");
            return Optional.empty();
        }
        if (negated.forDuration().isEmpty()) {
            error(
                    DiagnosticCode.UNBOUNDED_NEGATION,
                    negated.span(),
                    "this does not say for how long nothing may have come before the match",
                    "write for how long: `not … for 5m then …`");
            return Optional.empty();
        }
        return absence(negated, Set.of());
    }

    /** {@code then not X within D} at the end. */
    Optional<Deadline> trailing(Part part, Set<Integer> before) {
        Negated negated = (Negated) part.body();
        if (!linkIsBare(part)) {
            return Optional.empty();
        }
        if (negated.forDuration().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    negated.forDuration().get().span(),
                    "`for` stands behind a `not` that another step follows",
                    "at the end of a match write `within` in the place of `for`");
            return Optional.empty();
        }
        if (negated.within().isEmpty()) {
            error(
                    DiagnosticCode.UNBOUNDED_NEGATION,
                    negated.span(),
                    "this does not say for how long to wait until the match is complete",
                    "write for how long: `then not … within 15m`");
            return Optional.empty();
        }
        DurationValue within = negated.within().get();
        boolean fits = DurationRange.check(within, context);
        Optional<List<EventFilter>> forbidden = forbidden(negated.forbidden(), before);
        return fits ? forbidden.map(filters -> new Deadline(filters, within.nanos())) : Optional.empty();
    }

    /** {@code without X between a and b}. */
    Optional<Without> without(Clause.Without clause) {
        Optional<Step> from = step(clause.from());
        Optional<Step> to = step(clause.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().number() >= to.get().number()) {
            error(
                    DiagnosticCode.STEP_TOO_EARLY,
                    clause.to().span(),
                    "`" + to.get().name() + "` does not come after `"
                            + from.get().name() + "`",
                    "write the earlier step first");
            return Optional.empty();
        }
        Set<Integer> before = new HashSet<>(to.get().before());
        before.remove(to.get().number());
        return forbidden(List.of(clause.forbidden()), before)
                .map(filters -> new Without(
                        filters.get(0), from.get().number(), to.get().number()));
    }

    private Optional<Step> step(Name name) {
        Optional<Step> step = names.step(name.text());
        if (step.isEmpty() && !names.inDoubt()) {
            StepReferences.explainUnknown(context, names, name);
        }
        return step;
    }

    private boolean linkIsBare(Part part) {
        if (part.contiguity().isEmpty() && part.within().isEmpty()) {
            return true;
        }
        String word = part.contiguity()
                .map(contiguity -> contiguity == Contiguity.ANY ? "any" : "immediately")
                .orElse("within");
        error(
                DiagnosticCode.MISPLACED_CLAUSE,
                part.link(),
                "`" + word + "` is about the next event taken, and `not` takes none",
                "write it before the step that comes: `then not … then " + word + " …`");
        return false;
    }

    private Optional<Absence> absence(Negated negated, Set<Integer> before) {
        boolean fits = negated.forDuration().isEmpty()
                || DurationRange.check(negated.forDuration().get(), context);
        OptionalLong forNanos = negated.forDuration()
                .map(duration -> OptionalLong.of(duration.nanos()))
                .orElse(OptionalLong.empty());
        Optional<List<EventFilter>> forbidden = forbidden(negated.forbidden(), before);
        return fits ? forbidden.map(filters -> new Absence(filters, forNanos)) : Optional.empty();
    }

    private Optional<List<EventFilter>> forbidden(List<FilteredSyntax> syntax, Set<Integer> before) {
        List<EventFilter> filters = new ArrayList<>();
        for (FilteredSyntax filtered : syntax) {
            filter(filtered, before).ifPresent(filters::add);
        }
        return filters.size() == syntax.size() ? Optional.of(filters) : Optional.empty();
    }

    private Optional<EventFilter> filter(FilteredSyntax syntax, Set<Integer> before) {
        Optional<EventShape> shape = context.lookAt(syntax.event());
        Scope scope = Scope.ofOther(names, syntax.event().text(), shape, before);
        Optional<ExpressionPlan> condition =
                syntax.filter().flatMap(filter -> ExpressionChecker.condition(context, scope, filter));
        boolean known =
                shape.isPresent() && condition.isPresent() == syntax.filter().isPresent();
        return known ? Optional.of(new EventFilter(syntax.event().text(), condition)) : Optional.empty();
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
