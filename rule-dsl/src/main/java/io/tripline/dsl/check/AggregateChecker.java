package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.WindowSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code count(probe)} over the events of a step, and {@code sum(Transaction.amount) over 1d} over a window: finds out
 * what an aggregate is over.
 */
final class AggregateChecker {

    /**
     * An aggregate and what it is over.
     *
     * @param qualified the first reference to a field of the source, or to the source with a filter
     */
    record Aggregate(Call call, AggregateFunction function, Name source, Optional<Qualified> qualified) {

        ExpressionSyntax argument() {
            return call.arguments().get(0);
        }

        /** Whether the events themselves are meant, and not a value of each. */
        boolean ofEvents() {
            return argument() instanceof Bare
                    || argument() instanceof Qualified only && only.field().isEmpty();
        }

        Optional<ExpressionSyntax> filter() {
            return qualified.flatMap(Qualified::filter);
        }
    }

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;

    AggregateChecker(RuleContext context, Scope scope, ReferenceChecker references) {
        this.context = context;
        this.scope = scope;
        this.references = references;
    }

    Optional<ExpressionPlan> check(Call call) {
        if (scope.view().isPresent()) {
            return new ViewAggregateChecker(context, scope.view().get()).check(call);
        }
        AggregateFunction function = AggregateNames.find(call.function().text()).orElseThrow();
        if (!mayStandHere(call)) {
            return Optional.empty();
        }
        int expected = AggregateNames.hasParameter(function) ? 2 : 1;
        if (call.arguments().size() != expected) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "`" + call.function().text() + "` takes " + (expected == 1 ? "one argument" : "two arguments")
                            + ", not " + call.arguments().size(),
                    Optional.of("write what it is over: `" + example(function) + " over 10m`"));
            return Optional.empty();
        }
        return ofSource(call, function);
    }

    private boolean mayStandHere(Call call) {
        if (scope.takenAs().isPresent()) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "a window looks back from the event under test, not from one that was taken before",
                    Optional.empty());
            return false;
        }
        if (!scope.aggregates()
                || call.arguments().stream().anyMatch(argument -> AggregateSource.hasAggregate(argument))) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "an aggregate cannot stand inside of another",
                    Optional.empty());
            return false;
        }
        return true;
    }

    private String example(AggregateFunction function) {
        String name = AggregateNames.name(function);
        String type = scope.event().map(TestedEvent::type).orElse("Event");
        String field = scope.event()
                .flatMap(TestedEvent::shape)
                .flatMap(shape -> exampleField(function, shape))
                .orElse("field");
        if (function == AggregateFunction.COUNT) {
            return "count(" + type + ")";
        }
        String parameter =
                switch (function) {
                    case QUANTILE -> ", 0.95";
                    case TOP -> ", 3";
                    default -> "";
                };
        return name + "(" + type + "." + field + parameter + ")";
    }

    private Optional<ExpressionPlan> ofSource(Call call, AggregateFunction function) {
        ExpressionSyntax argument = call.arguments().get(0);
        Optional<Qualified> qualified =
                AggregateSource.in(argument, context.declared().tables().keySet());
        Optional<Name> source = qualified.map(Qualified::source);
        if (source.isEmpty() && argument instanceof Bare bare) {
            source = Optional.of(bare.name()).filter(name -> !references.isValue(name) || isSource(name.text()));
            if (source.isEmpty() && !references.isKnown(bare.name())) {
                return Optional.empty();
            }
        }
        if (source.isEmpty()) {
            explainNoSource(call, argument);
            return Optional.empty();
        }
        Aggregate aggregate = new Aggregate(call, function, source.get(), qualified);
        Optional<Step> step = scope.rule().step(source.get().text());
        if (call.window().isPresent()) {
            if (step.isPresent() && !scope.rule().events().has(source.get().text())) {
                explainWindowOnStep(call.window().get(), step.get());
                return Optional.empty();
            }
            return new FeatureChecker(context, scope).check(aggregate);
        }
        if (step.isPresent()) {
            return new StepAggregateChecker(context, scope, references).check(aggregate, step.get());
        }
        explainNoStep(call, source.get());
        return Optional.empty();
    }

    private boolean isSource(String name) {
        return scope.rule().step(name).isPresent() || scope.rule().events().has(name);
    }

    private void explainNoSource(Call call, ExpressionSyntax argument) {
        Optional<String> hint = Optional.empty();
        if (argument instanceof Bare bare && scope.event().isPresent()) {
            hint = Optional.of("write `" + call.function().text() + "("
                    + scope.event().get().type() + "." + bare.name().text() + ") over 10m`");
        }
        error(
                DiagnosticCode.BAD_ARGUMENT,
                argument.span(),
                "`" + call.function().text() + "` has to know of which events",
                hint);
    }

    private void explainWindowOnStep(WindowSyntax window, Step step) {
        error(
                DiagnosticCode.MISPLACED_WINDOW,
                window.span(),
                "`over` is for event types, and `" + step.name() + "` is a step",
                Optional.of("leave out `over`, or write `" + step.event() + "` in the place of `" + step.name() + "`"));
    }

    private void explainNoStep(Call call, Name source) {
        if (scope.rule().events().has(source.text())) {
            error(
                    DiagnosticCode.MISSING_WINDOW,
                    call.span(),
                    "this does not say over how long",
                    Optional.of("add `over 10m`, or another duration"));
        } else if (!scope.rule().inDoubt() && !scope.rule().events().mayBeUnread(source.text())) {
            List<String> allowed = new ArrayList<>(scope.rule().stepNames());
            allowed.addAll(scope.rule().events().shapes().keySet());
            context.unknown(
                    DiagnosticCode.UNKNOWN_NAME,
                    source,
                    "`" + source.text() + "` is neither a step nor an event type",
                    DidYouMean.hint(source.text(), allowed));
        }
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }

    /** The value of each event that is aggregated. */
    static Optional<AggregateArgument> argument(RuleContext context, Scope inside, Aggregate aggregate) {
        if (aggregate.ofEvents()) {
            if (aggregate.function() == AggregateFunction.COUNT) {
                return Optional.of(AggregateArgument.EVENTS);
            }
            inside.event().flatMap(TestedEvent::shape).ifPresent(shape -> explainNoField(context, aggregate, shape));
            return Optional.empty();
        }
        if (!AggregateSource.isOne(
                aggregate.argument(),
                aggregate.qualified().orElseThrow(),
                context.declared().tables().keySet())) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_ARGUMENT,
                            aggregate.argument().span(),
                            "one aggregate cannot be over two kinds of events",
                            "write two aggregates");
            return Optional.empty();
        }
        return AggregateArgument.of(context, inside, aggregate.call(), aggregate.function(), aggregate.argument());
    }

    private static void explainNoField(RuleContext context, Aggregate aggregate, EventShape shape) {
        String source = aggregate.source().text() + (aggregate.argument() instanceof Bare ? "" : "[…]");
        String name = aggregate.call().function().text();
        context.diagnostics()
                .error(
                        DiagnosticCode.BAD_ARGUMENT,
                        aggregate.argument().span(),
                        "`" + name + "` has to know which field of " + shape.name(),
                        exampleField(aggregate.function(), shape)
                                .map(field -> "write `" + name + "(" + source + "." + field + ")`"));
    }

    /** A field of which the aggregate can be made. */
    static Optional<String> exampleField(AggregateFunction function, EventShape shape) {
        return shape.fieldNames().stream()
                .filter(field -> shape.field(field)
                        .filter(known -> AggregateNames.takes(function, known.type()))
                        .isPresent())
                .findFirst();
    }
}
