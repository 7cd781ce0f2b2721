package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import java.util.Optional;

/** {@code count()} and {@code max(at)} in the columns of a view: over the events of a window. */
final class ViewAggregateChecker {

    private final RuleContext context;
    private final ViewNames view;

    ViewAggregateChecker(RuleContext context, ViewNames view) {
        this.context = context;
        this.view = view;
    }

    Optional<ExpressionPlan> check(Call call) {
        String name = call.function().text();
        AggregateFunction function = AggregateNames.find(name).orElseThrow();
        String type = view.inside().event().map(TestedEvent::type).orElse("Event");
        if (call.window().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_WINDOW,
                    call.window().get().span(),
                    "the window of a view is that of its `window`",
                    Optional.of("leave out `over`"));
            return Optional.empty();
        }
        if (!call.ownKey().isEmpty()) {
            error(
                    DiagnosticCode.MISPLACED_WINDOW,
                    call.ownKey().get(0).field().span(),
                    "the rows of a view are grouped by what stands behind `from`",
                    Optional.of("write `from " + type + " by "
                            + call.ownKey().get(0).field().text() + "`"));
            return Optional.empty();
        }
        if (call.arguments().stream().anyMatch(AggregateSource::hasAggregate)) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "an aggregate cannot stand inside of another",
                    Optional.empty());
            return Optional.empty();
        }
        return argument(call, function, type).map(argument -> {
            int index = view.indexOf(
                    new ViewPlan.Aggregate(function, argument.value(), argument.parameter(), argument.resultType()));
            return new ExpressionPlan.Feature(index, argument.resultType());
        });
    }

    private Optional<AggregateArgument> argument(Call call, AggregateFunction function, String type) {
        String name = call.function().text();
        boolean count = function == AggregateFunction.COUNT;
        boolean ofEvents = call.arguments().size() == 1
                && call.arguments().get(0) instanceof Bare bare
                && bare.name().text().equals(type);
        if (count && (call.arguments().isEmpty() || ofEvents)) {
            return Optional.of(AggregateArgument.EVENTS);
        }
        int expected = AggregateNames.hasParameter(function) ? 2 : 1;
        if (call.arguments().size() != expected || ofEvents) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "`" + name + "` has to know which field of " + type,
                    view.inside()
                            .event()
                            .flatMap(TestedEvent::shape)
                            .flatMap(shape -> AggregateChecker.exampleField(function, shape))
                            .map(field -> "write `" + name + "(" + field
                                    + (function == AggregateFunction.QUANTILE
                                            ? ", 0.95"
                                            : function == AggregateFunction.TOP ? ", 3" : "")
                                    + ")`"));
            return Optional.empty();
        }
        return AggregateArgument.of(
                context, view.inside(), call, function, call.arguments().get(0));
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
