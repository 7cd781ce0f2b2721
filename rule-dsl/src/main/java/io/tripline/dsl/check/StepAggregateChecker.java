package io.tripline.dsl.check;

import io.tripline.dsl.check.AggregateChecker.Aggregate;
import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import java.util.Optional;

/** {@code count(probe)}: an aggregate over the events that a step has taken. */
final class StepAggregateChecker {

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;

    StepAggregateChecker(RuleContext context, Scope scope, ReferenceChecker references) {
        this.context = context;
        this.scope = scope;
        this.references = references;
    }

    Optional<ExpressionPlan> check(Aggregate aggregate, Step step) {
        String name = aggregate.call().function().text();
        String ofType =
                "`" + name + "(" + step.event() + (aggregate.qualified().isPresent() ? ".…" : "") + ") over 10m`";
        if (scope.rule().on()) {
            error(
                    aggregate.source().span(),
                    "`" + step.name() + "` is one event, not many",
                    "aggregate over an event type: " + ofType);
            return Optional.empty();
        }
        if (!references.hasTaken(step)) {
            references.explainTooEarly(step, aggregate.source(), Optional.empty());
            return Optional.empty();
        }
        if (!AggregateNames.canBeOverStep(aggregate.function())) {
            error(
                    aggregate.call().function().span(),
                    "`" + name + "` can be made of a window only, not of the events of a step",
                    "aggregate over an event type: " + ofType);
            return Optional.empty();
        }
        if (!aggregate.call().ownKey().isEmpty()) {
            error(
                    aggregate.call().ownKey().get(0).field().span(),
                    "the events of a step have the key of the rule",
                    "leave out `by`");
            return Optional.empty();
        }
        if (aggregate.filter().isPresent()) {
            error(
                    aggregate.filter().get().span(),
                    "the events of a step cannot be filtered again",
                    "put the condition into the brackets of `" + step.name() + "`");
            return Optional.empty();
        }
        Scope inside =
                Scope.ofAggregate(scope.rule(), aggregate.source().text(), new TestedEvent(step.event(), step.shape()));
        return AggregateChecker.argument(context, inside, aggregate)
                .map(argument -> new ExpressionPlan.StepAggregate(
                        aggregate.function(), step.number(), argument.value(), argument.resultType()));
    }

    private void error(SourceSpan span, String message, String hint) {
        context.diagnostics().error(DiagnosticCode.BAD_ARGUMENT, span, message, hint);
    }
}
