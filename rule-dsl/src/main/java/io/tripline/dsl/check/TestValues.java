package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.Function;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.AssignmentSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Operator;
import io.tripline.dsl.syntax.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values in a test: constants, each of the type of its field. */
final class TestValues {

    /** The day of a time that is written as a time of day. */
    static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private final RuleContext context;
    private final Scope nothing;

    TestValues(RuleContext context) {
        this.context = context;
        this.nothing = Scope.ofLet(context.declared().events(), Optional.empty(), false, Optional.empty());
    }

    /** What stands in braces behind the name of an event type or a table; empty when something is wrong. */
    Optional<List<GivenValue>> of(EventShape shape, List<AssignmentSyntax> assignments) {
        Set<String> given = new HashSet<>();
        List<GivenValue> values = new ArrayList<>();
        for (AssignmentSyntax assignment : assignments) {
            Name name = assignment.field();
            if (EmitChecker.isNew(context, shape, name, given)) {
                shape.field(name.text())
                        .flatMap(field -> literals(assignment.value(), field.type())
                                .map(all -> new GivenValue(field.index(), all)))
                        .ifPresent(values::add);
            }
        }
        return values.size() == assignments.size() ? Optional.of(values) : Optional.empty();
    }

    /** The constant as a value of the type; of a list all of them, of a place its degrees. */
    private Optional<List<Literal>> literals(ExpressionSyntax syntax, FieldType type) {
        if (type instanceof ListType list) {
            return list(syntax, list);
        }
        if (type == Scalar.GEO) {
            return place(syntax);
        }
        return literal(syntax, type).map(List::of);
    }

    private Optional<List<Literal>> list(ExpressionSyntax syntax, ListType type) {
        if (!(syntax instanceof ExpressionSyntax.ListLiteral list)) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    syntax.span(),
                    TypeWords.a(type) + " is needed here",
                    "write its values in brackets: `[…, …]`");
            return Optional.empty();
        }
        List<Literal> values = new ArrayList<>();
        for (ExpressionSyntax element : list.elements()) {
            literal(element, type.element()).ifPresent(values::add);
        }
        return values.size() == list.elements().size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<List<Literal>> place(ExpressionSyntax syntax) {
        Optional<ExpressionPlan> value = ExpressionChecker.fitting(context, nothing, syntax, Scalar.GEO);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        boolean constant = value.get() instanceof ExpressionPlan.FunctionCall call
                && call.function() == Function.GEO
                && call.arguments().stream().allMatch(Literal.class::isInstance);
        if (!constant) {
            notConstant(syntax);
            return Optional.empty();
        }
        return Optional.of(
                value.get().operands().stream().map(Literal.class::cast).toList());
    }

    /** One constant. */
    Optional<Literal> literal(ExpressionSyntax syntax, FieldType type) {
        if (type == Scalar.TIMESTAMP) {
            return time(syntax).map(instant -> new Literal(instant, Scalar.TIMESTAMP));
        }
        if (syntax instanceof ExpressionSyntax.ClockLiteral) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    syntax.span(),
                    "this is a time of day, where " + TypeWords.a(type) + " is needed",
                    Optional.empty());
            return Optional.empty();
        }
        if (syntax instanceof ExpressionSyntax.Bare bare
                && !(type instanceof EnumType)
                && context.lets().find(bare.name().text()).isEmpty()) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    syntax.span(),
                    "a test has constants only",
                    type == Scalar.STRING
                            ? Optional.of("write `\"" + bare.name().text() + "\"`")
                            : Optional.empty());
            return Optional.empty();
        }
        Optional<ExpressionPlan> value = ExpressionChecker.fitting(context, nothing, syntax, type);
        if (value.isPresent() && !(value.get() instanceof Literal)) {
            notConstant(syntax);
            return Optional.empty();
        }
        return value.map(Literal.class::cast);
    }

    /** {@code 10:03}, {@code 10:03 + 1d}, or a text. */
    Optional<Instant> time(ExpressionSyntax syntax) {
        if (syntax instanceof ExpressionSyntax.ClockLiteral clock) {
            return Optional.of(FIRST_DAY.plusNanos(clock.nanosOfDay()));
        }
        boolean shifted = syntax instanceof ExpressionSyntax.Arithmetic sum
                && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUBTRACT);
        if (shifted) {
            ExpressionSyntax.Arithmetic sum = (ExpressionSyntax.Arithmetic) syntax;
            Optional<Instant> from = time(sum.left());
            Optional<Duration> by = literal(sum.right(), Scalar.DURATION).map(literal -> (Duration) literal.value());
            return from.isPresent() && by.isPresent()
                    ? inRange(
                            sum.operator() == Operator.ADD
                                    ? from.get().plus(by.get())
                                    : from.get().minus(by.get()),
                            syntax.span())
                    : Optional.empty();
        }
        if (!(context.expand(syntax) instanceof ExpressionSyntax.TextLiteral)) {
            if (!(syntax instanceof ExpressionSyntax.Unreadable)) {
                error(
                        DiagnosticCode.WRONG_TYPE,
                        syntax.span(),
                        "a time is needed here",
                        "write a time of day, `10:03`, or of a day later, `10:03 + 1d`, or a whole time in quotes");
            }
            return Optional.empty();
        }
        return ExpressionChecker.fitting(context, nothing, syntax, Scalar.TIMESTAMP)
                .map(value -> (Instant) ((Literal) value).value());
    }

    private Optional<Instant> inRange(Instant time, SourceSpan span) {
        boolean fits = !time.isBefore(context.limits().earliest())
                && time.isBefore(context.limits().latest());
        if (!fits) {
            context.diagnostics().error(DiagnosticCode.OUT_OF_RANGE, span, "times are between the years 1900 and 2199");
        }
        return fits ? Optional.of(time) : Optional.empty();
    }

    private void notConstant(ExpressionSyntax syntax) {
        error(DiagnosticCode.WRONG_TYPE, syntax.span(), "a test has constants only", Optional.empty());
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
