package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import io.tripline.dsl.plan.TriggerPlan.Without;
import io.tripline.dsl.syntax.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks {@code match} and the clauses that say more about it. */
final class MatchChecker {

    private final RuleContext context;
    private final RuleNames names;
    private final RuleClauses clauses;

    MatchChecker(RuleContext context, RuleNames names, RuleClauses clauses) {
        this.context = context;
        this.names = names;
        this.clauses = clauses;
    }

    Optional<TriggerPlan.Match> check() {
        Optional<Clause.Within> within = clauses.find(Clause.Within.class);
        boolean withinFits =
                within.isEmpty() || DurationRange.check(within.get().duration(), context);
        Optional<AfterMatch> afterMatch = afterMatch();
        Optional<List<Without>> withouts = withouts();
        Optional<Clause.Match> match = clauses.find(Clause.Match.class);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        boolean bounded = within.isPresent() || clauses.inDoubt();
        Optional<PatternChecker.Checked> pattern = new PatternChecker(context, names, bounded).check(match.get());
        if (pattern.isEmpty() || !withinFits || afterMatch.isEmpty() || withouts.isEmpty()) {
            return Optional.empty();
        }
        warnOfWaiting(match.get(), bounded);
        OptionalLong withinNanos =
                within.map(clause -> OptionalLong.of(clause.duration().nanos())).orElse(OptionalLong.empty());
        return Optional.of(new TriggerPlan.Match(
                pattern.get().pattern(),
                withouts.get(),
                pattern.get().deadline(),
                withinNanos,
                afterMatch.get(),
                clauses.find(Clause.Final.class).isPresent()));
    }

    /** A start that nothing follows is kept until the engine's limit drops it. */
    private void warnOfWaiting(Clause.Match match, boolean bounded) {
        boolean severalParts = match.pattern().parts().stream()
                        .filter(part -> part.body().steps().findAny().isPresent())
                        .count()
                > 1;
        if (severalParts && !bounded) {
            context.diagnostics()
                    .warning(
                            DiagnosticCode.GROWS,
                            match.pattern().parts().get(0).link(),
                            "nothing says how long this match may take, so every start waits for ever",
                            "add `within 10m`, or another duration");
        }
    }

    private Optional<List<Without>> withouts() {
        NegationChecker negations = new NegationChecker(context, names);
        List<Clause.Without> written = clauses.all(Clause.Without.class);
        List<Without> checked = new ArrayList<>();
        for (Clause.Without without : written) {
            negations.without(without).ifPresent(checked::add);
        }
        return checked.size() == written.size() ? Optional.of(checked) : Optional.empty();
    }

    private Optional<AfterMatch> afterMatch() {
        Optional<Clause.Overlapping> overlapping = clauses.find(Clause.Overlapping.class);
        Optional<Clause.SkipTo> skip = clauses.find(Clause.SkipTo.class);
        if (overlapping.isPresent() && skip.isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    skip.get().span(),
                    "a rule has `overlapping` or `skip to`, not both",
                    "leave one out");
            return Optional.empty();
        }
        if (skip.isPresent()) {
            return skipTo(skip.get());
        }
        return Optional.of(overlapping.isPresent() ? new AfterMatch.Overlapping() : new AfterMatch.PastLastEvent());
    }

    private Optional<AfterMatch> skipTo(Clause.SkipTo skip) {
        String place = skip.place().text();
        List<String> places = List.of("first", "last");
        if (!places.contains(place)) {
            error(
                    DiagnosticCode.SYNTAX,
                    skip.place().span(),
                    "`skip to` goes to the `first` or the `last` event of a step",
                    DidYouMean.hint(place, places)
                            .orElse("write `skip to first " + skip.step().text() + "`"));
            return Optional.empty();
        }
        Optional<Step> step = names.step(skip.step().text());
        if (step.isEmpty()) {
            if (!names.inDoubt()) {
                StepReferences.explainUnknown(context, names, skip.step());
            }
            return Optional.empty();
        }
        if (step.get().optional()) {
            error(
                    DiagnosticCode.BAD_REPETITION,
                    skip.step().span(),
                    "`" + step.get().name() + "` may be left out of a match, so there may be nothing to skip to",
                    "name a step that every match has");
            return Optional.empty();
        }
        return Optional.of(new AfterMatch.SkipTo(step.get().number(), place.equals("last")));
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
