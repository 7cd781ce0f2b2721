package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.WindowSyntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code count(probe)} over the events of a step, and {@code sum(Transaction.amount) over 1d} over a window. */
final class AggregateChecker {

    private static final List<String> FUNCTIONS =
            EnumSet.range(AggregateFunction.COUNT, AggregateFunction.DISTINCT).stream()
                    .filter(function -> function != AggregateFunction.STDDEV)
                    .map(function -> function.name().toLowerCase(Locale.ROOT))
                    .toList();

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;

    AggregateChecker(RuleContext context, Scope scope, ReferenceChecker references) {
        this.context = context;
        this.scope = scope;
        this.references = references;
    }

    Optional<ExpressionPlan> check(Call call) {
        String written = call.function().text();
        if (!FUNCTIONS.contains(written)) {
            error(
                    DiagnosticCode.UNKNOWN_FUNCTION,
                    call.function().span(),
                    "there is no function `" + written + "`",
                    DidYouMean.hint(written, FUNCTIONS)
                            .or(() -> Optional.of("functions are " + TypeWords.list(FUNCTIONS))));
            return Optional.empty();
        }
        if (!scope.aggregates() || call.arguments().stream().anyMatch(AggregateSource::hasCall)) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "an aggregate cannot stand inside of another",
                    Optional.empty());
            return Optional.empty();
        }
        if (call.arguments().size() != 1) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "`" + written + "` takes one argument, not "
                            + call.arguments().size(),
                    Optional.of("write what it is over: `" + example(written) + " over 10m`"));
            return Optional.empty();
        }
        return ofSource(call, AggregateFunction.valueOf(written.toUpperCase(Locale.ROOT)));
    }

    private String example(String function) {
        String type = scope.event().map(TestedEvent::type).orElse("Event");
        String field = scope.event()
                .flatMap(TestedEvent::shape)
                .flatMap(shape -> shape.fieldNames().stream().findFirst())
                .orElse("field");
        return function.equals("count") ? "count(" + type + ")" : function + "(" + type + "." + field + ")";
    }

    private Optional<ExpressionPlan> ofSource(Call call, AggregateFunction function) {
        ExpressionSyntax argument = call.arguments().get(0);
        Optional<Qualified> qualified = AggregateSource.in(argument);
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
        Optional<Step> step = scope.rule().step(source.get().text());
        if (call.window().isPresent()) {
            if (step.isPresent() && !scope.rule().events().has(source.get().text())) {
                explainWindowOnStep(call.window().get(), step.get());
                return Optional.empty();
            }
            return feature(call, function, source.get(), qualified);
        }
        if (step.isPresent()) {
            return overStep(call, function, step.get(), source.get(), qualified);
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
            List<String> allowed = new java.util.ArrayList<>(scope.rule().stepNames());
            allowed.addAll(scope.rule().events().shapes().keySet());
            context.unknown(
                    DiagnosticCode.UNKNOWN_NAME,
                    source,
                    "`" + source.text() + "` is neither a step nor an event type",
                    DidYouMean.hint(source.text(), allowed));
        }
    }

    private Optional<ExpressionPlan> feature(
            Call call, AggregateFunction function, Name source, Optional<Qualified> qualified) {
        Optional<EventShape> shape = context.lookAt(source);
        Scope inside = Scope.ofAggregate(scope.rule(), source.text(), new TestedEvent(source.text(), shape));
        Optional<FeaturePlan.Window> window =
                new WindowChecker(context).check(call.window().orElseThrow());
        Optional<ExpressionSyntax> filter = qualified.flatMap(Qualified::filter);
        Optional<ExpressionPlan> condition =
                filter.flatMap(syntax -> ExpressionChecker.condition(context, inside, syntax));
        Optional<Argument> argument = argument(call, function, inside, qualified);
        if (shape.isEmpty() || window.isEmpty() || filter.isPresent() != condition.isPresent() || argument.isEmpty()) {
            return Optional.empty();
        }
        FieldType type = argument.get().resultType();
        int index = context.features()
                .indexOf(new FeaturePlan(
                        function,
                        new EventFilter(source.text(), condition),
                        argument.get().value(),
                        Optional.empty(),
                        window.get(),
                        Optional.empty(),
                        call.window().orElseThrow().beforeThis(),
                        type));
        if (index == context.limits().features()) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    call.span(),
                    "a rule can have " + index + " different windows at most",
                    Optional.empty());
        }
        return Optional.of(new ExpressionPlan.Feature(index, type));
    }

    private Optional<ExpressionPlan> overStep(
            Call call, AggregateFunction function, Step step, Name source, Optional<Qualified> qualified) {
        if (scope.rule().on()) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    source.span(),
                    "`" + step.name() + "` is one event, not many",
                    Optional.of(
                            "aggregate over an event type: `" + call.function().text() + "(" + step.event()
                                    + (qualified.isPresent() ? ".…" : "") + ") over 10m`"));
            return Optional.empty();
        }
        if (!references.hasTaken(step)) {
            references.explainTooEarly(step, source, Optional.empty());
            return Optional.empty();
        }
        Optional<ExpressionSyntax> filter = qualified.flatMap(Qualified::filter);
        if (filter.isPresent()) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    filter.get().span(),
                    "the events of a step cannot be filtered again",
                    Optional.of("put the condition into the brackets of `" + step.name() + "`"));
            return Optional.empty();
        }
        Scope inside = Scope.ofAggregate(scope.rule(), source.text(), new TestedEvent(step.event(), step.shape()));
        return argument(call, function, inside, qualified)
                .map(argument -> new ExpressionPlan.StepAggregate(
                        function, step.number(), argument.value(), argument.resultType()));
    }

    /**
     * What is aggregated of each event.
     *
     * @param value none where the events themselves are counted
     */
    private record Argument(Optional<ExpressionPlan> value, FieldType resultType) {}

    private Optional<Argument> argument(
            Call call, AggregateFunction function, Scope inside, Optional<Qualified> qualified) {
        ExpressionSyntax syntax = call.arguments().get(0);
        boolean events = syntax instanceof Bare
                || syntax instanceof Qualified only && only.field().isEmpty();
        if (events) {
            if (function == AggregateFunction.COUNT) {
                return Optional.of(new Argument(Optional.empty(), Scalar.INT));
            }
            inside.event()
                    .flatMap(TestedEvent::shape)
                    .ifPresent(shape -> explainNoField(call, function, syntax, shape));
            return Optional.empty();
        }
        if (!AggregateSource.isOne(syntax, qualified.orElseThrow())) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    syntax.span(),
                    "one aggregate cannot be over two kinds of events",
                    Optional.of("write two aggregates"));
            return Optional.empty();
        }
        return ExpressionChecker.value(context, inside, syntax)
                .filter(value -> fits(call, function, value.type()))
                .map(value -> new Argument(Optional.of(value), resultType(function, value.type())));
    }

    private void explainNoField(Call call, AggregateFunction function, ExpressionSyntax syntax, EventShape shape) {
        String source = syntax instanceof Bare bare
                ? bare.name().text()
                : ((Qualified) syntax).source().text() + "[…]";
        error(
                DiagnosticCode.BAD_ARGUMENT,
                syntax.span(),
                "`" + call.function().text() + "` has to know which field of " + shape.name(),
                shape.fieldNames().stream()
                        .filter(name -> shape.field(name)
                                .filter(field -> takes(function, field.type()))
                                .isPresent())
                        .findFirst()
                        .map(field -> "write `" + call.function().text() + "(" + source + "." + field + ")`"));
    }

    private boolean fits(Call call, AggregateFunction function, FieldType type) {
        boolean fits = takes(function, type);
        if (!fits) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    call.arguments().get(0).span(),
                    "`" + call.function().text() + "` cannot be made of " + TypeWords.a(type),
                    Optional.empty());
        }
        return fits;
    }

    private static boolean takes(AggregateFunction function, FieldType type) {
        return switch (function) {
            case COUNT, FIRST, LAST -> true;
            case DISTINCT, APPROX_DISTINCT, TOP -> TypeWords.isComparable(type);
            case SUM, AVG -> type.isNumeric();
            case STDDEV -> type.isNumeric();
            case MIN, MAX, MEDIAN, QUANTILE -> type.isNumeric() || type == Scalar.TIMESTAMP || type == Scalar.DURATION;
        };
    }

    private static FieldType resultType(AggregateFunction function, FieldType argument) {
        return switch (function) {
            case COUNT, DISTINCT, APPROX_DISTINCT -> Scalar.INT;
            case AVG -> argument == Scalar.INT ? Scalar.DECIMAL : argument;
            case STDDEV -> Scalar.FLOAT;
            case TOP -> new FieldType.ListType(argument);
            case SUM, MIN, MAX, FIRST, LAST, MEDIAN, QUANTILE -> argument;
        };
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
