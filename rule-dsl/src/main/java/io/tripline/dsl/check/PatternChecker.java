package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Absence;
import io.tripline.dsl.plan.TriggerPlan.Deadline;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.PatternSyntax;
import io.tripline.dsl.syntax.PatternSyntax.Group;
import io.tripline.dsl.syntax.PatternSyntax.Negated;
import io.tripline.dsl.syntax.PatternSyntax.Part;
import io.tripline.dsl.syntax.PatternSyntax.Sequence;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks the pattern of a {@code match}: steps, groups, what must not come, and that something bounds them. */
final class PatternChecker {

    /** A pattern and what must not come behind it. */
    record Checked(PatternPlan pattern, Optional<Deadline> deadline) {}

    private final RuleContext context;
    private final RuleNames names;
    private final RepetitionChecker repetitions;
    private final NegationChecker negations;
    private final IdentityHashMap<StepSyntax, Step> steps = new IdentityHashMap<>();

    PatternChecker(RuleContext context, RuleNames names, boolean bounded) {
        this.context = context;
        this.names = names;
        this.repetitions = new RepetitionChecker(context, names, bounded);
        this.negations = new NegationChecker(context, names);
    }

    Optional<Checked> check(Clause.Match match) {
        List<StepSyntax> syntax = match.pattern().steps().toList();
        if (syntax.size() > context.limits().steps()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.TOO_LARGE,
                            syntax.get(context.limits().steps()).span(),
                            "a match can have " + context.limits().steps() + " steps at most");
            return Optional.empty();
        }
        for (int i = 0; i < syntax.size(); i++) {
            steps.put(syntax.get(i), names.steps().get(i));
        }
        List<Part> parts = match.pattern().parts();
        Optional<Deadline> deadline = Optional.empty();
        Part last = parts.get(parts.size() - 1);
        boolean ends = last.body() instanceof Negated;
        if (ends && parts.size() > 1) {
            parts = parts.subList(0, parts.size() - 1);
            deadline = negations.trailing(last, allSteps());
        }
        Optional<PatternPlan> pattern = sequence(parts, true);
        pattern.ifPresent(plan -> checkLast(match, plan, ends));
        return pattern.isPresent() && deadline.isPresent() == ends && canMatch(pattern.get())
                ? Optional.of(new Checked(pattern.get(), deadline))
                : Optional.empty();
    }

    private static boolean canMatch(PatternPlan plan) {
        return !PatternShape.canBeEmpty(plan);
    }

    private Set<Integer> allSteps() {
        Set<Integer> all = new HashSet<>();
        names.steps().forEach(step -> all.add(step.number()));
        return all;
    }

    /**
     * The parts one behind the other.
     *
     * @param outermost whether they are the whole pattern, and not in brackets
     */
    private Optional<PatternPlan> sequence(List<Part> syntax, boolean outermost) {
        List<PatternPlan.Part> parts = new ArrayList<>();
        List<Absence> absences = new ArrayList<>();
        boolean valid = true;
        Set<Integer> before = new HashSet<>();
        for (int i = 0; i < syntax.size(); i++) {
            Part part = syntax.get(i);
            if (part.body() instanceof Negated negated) {
                boolean leads = parts.isEmpty();
                boolean last = i == syntax.size() - 1;
                Optional<Absence> absence = Optional.empty();
                if (last || leads && !outermost) {
                    explainMisplaced(negated, last, outermost);
                } else {
                    absence = leads ? negations.leading(negated) : negations.between(part, before);
                }
                absence.ifPresent(absences::add);
                valid &= absence.isPresent();
            } else {
                Optional<PatternPlan.Part> plan = part(part, absences, parts.isEmpty());
                plan.ifPresent(parts::add);
                valid &= plan.isPresent();
                part.body().steps().forEach(step -> before.add(steps.get(step).number()));
                part.body()
                        .steps()
                        .forEach(step -> before.addAll(steps.get(step).before()));
                absences = new ArrayList<>();
            }
        }
        if (!valid || parts.isEmpty()) {
            return Optional.empty();
        }
        boolean bare = parts.size() == 1 && parts.get(0).absences().isEmpty();
        return Optional.of(bare ? parts.get(0).body() : new PatternPlan.Sequence(parts));
    }

    private void explainMisplaced(Negated negated, boolean last, boolean outermost) {
        if (last && outermost) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    negated.span(),
                    "only the last step of a match can be a deadline",
                    "forbid several at once: `then not (A or B) within 15m`");
        } else {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    negated.span(),
                    "a group " + (last ? "ends" : "begins") + " with something that comes",
                    "write the `not` " + (last ? "behind" : "before") + " the brackets");
        }
    }

    private Optional<PatternPlan.Part> part(Part syntax, List<Absence> absences, boolean first) {
        boolean fits =
                syntax.within().isEmpty() || DurationRange.check(syntax.within().get(), context);
        Contiguity contiguity = syntax.contiguity().orElse(Contiguity.NEXT);
        boolean waits = absences.stream().anyMatch(absence -> absence.forNanos().isPresent());
        if (contiguity == Contiguity.IMMEDIATE && waits && !first) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    syntax.link(),
                    "`immediately` cannot follow `not … for`: the time has to pass first",
                    "write `then` alone");
            fits = false;
        }
        OptionalLong gapNanos = syntax.within()
                .map(duration -> OptionalLong.of(duration.nanos()))
                .orElse(OptionalLong.empty());
        Optional<PatternPlan> body = body(syntax.body());
        return fits ? body.map(plan -> new PatternPlan.Part(contiguity, gapNanos, absences, plan)) : Optional.empty();
    }

    private Optional<PatternPlan> body(PatternSyntax syntax) {
        if (syntax instanceof StepSyntax step) {
            Step known = steps.get(step);
            return step(context, Scope.ofStep(names, known), step, known)
                    .flatMap(plan -> repetitions.repeated(plan, step.repeat()));
        }
        Group group = (Group) syntax;
        return members(group).flatMap(plan -> repetitions.repeated(plan, group.repeat()));
    }

    private Optional<PatternPlan> members(Group group) {
        List<PatternPlan> members = new ArrayList<>();
        for (Sequence member : group.members()) {
            Optional<PatternPlan> plan = sequence(member.parts(), false);
            plan.filter(checked -> mayBeMember(group, member, checked)).ifPresent(members::add);
        }
        if (members.size() < group.members().size()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (group.kind()) {
                    case ONE -> members.get(0);
                    case ALTERNATIVES -> new PatternPlan.Alternatives(members);
                    case ANY_ORDER -> new PatternPlan.AnyOrder(members);
                });
    }

    private boolean mayBeMember(Group group, Sequence member, PatternPlan plan) {
        boolean oneStep = plan instanceof PatternPlan.Step
                || plan instanceof PatternPlan.Repeat repeat && repeat.body() instanceof PatternPlan.Step;
        if (group.kind() == Group.Kind.ANY_ORDER && !oneStep) {
            error(
                    DiagnosticCode.BAD_GROUP,
                    member.span(),
                    "what comes in any order is single steps, with or without a count",
                    "write the orders that may come as alternatives: `((a then b) or (b then a))`");
            return false;
        }
        return true;
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

    private void checkLast(Clause.Match match, PatternPlan plan, boolean deadlineFollows) {
        if (PatternShape.canBeEmpty(plan)) {
            error(
                    DiagnosticCode.EMPTY_MATCH,
                    match.span(),
                    "every step of this match may be left out, so it would match nothing at all",
                    "let one step happen at least once");
            return;
        }
        List<Part> parts = match.pattern().parts();
        if (!deadlineFollows && plan instanceof PatternPlan.Sequence sequence) {
            PatternPlan last = sequence.parts().get(sequence.parts().size() - 1).body();
            if (PatternShape.canBeEmpty(last)) {
                context.diagnostics()
                        .warning(
                                DiagnosticCode.NEVER_TAKEN,
                                parts.get(parts.size() - 1).body().span(),
                                "this step is never taken: the match is complete without it",
                                "leave it out, or let it happen at least once");
            }
        }
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
