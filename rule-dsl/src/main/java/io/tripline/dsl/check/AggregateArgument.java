package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is aggregated of each event.
 *
 * @param value none where the events themselves are counted
 * @param parameter of {@code quantile} and {@code top}
 * @param resultType what the aggregate gives
 */
record AggregateArgument(Optional<ExpressionPlan> value, Optional<BigDecimal> parameter, FieldType resultType) {

    /** More of the most frequent values are no answer that anybody reads. */
    private static final long MOST_OF_TOP = 100;

    /** The events themselves. */
    static final AggregateArgument EVENTS = new AggregateArgument(Optional.empty(), Optional.empty(), Scalar.INT);

    /** A value of each event; empty when it cannot be, which is reported. */
    static Optional<AggregateArgument> of(
            RuleContext context, Scope inside, Call call, AggregateFunction function, ExpressionSyntax syntax) {
        Optional<ExpressionPlan> value = ExpressionChecker.value(context, inside, syntax);
        if (value.isPresent() && !AggregateNames.takes(function, value.get().type())) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            syntax.span(),
                            "`" + call.function().text() + "` cannot be made of "
                                    + TypeWords.a(value.get().type()));
            return Optional.empty();
        }
        if (!AggregateNames.hasParameter(function)) {
            return value.map(plan ->
                    new AggregateArgument(value, Optional.empty(), AggregateNames.resultType(function, plan.type())));
        }
        Optional<BigDecimal> parameter = parameter(context, call, function);
        return value.isPresent() && parameter.isPresent()
                ? Optional.of(new AggregateArgument(
                        value,
                        parameter,
                        AggregateNames.resultType(function, value.get().type())))
                : Optional.empty();
    }

    private static Optional<BigDecimal> parameter(RuleContext context, Call call, AggregateFunction function) {
        ExpressionSyntax syntax = context.expand(call.arguments().get(1));
        Optional<BigDecimal> number = Optional.empty();
        if (syntax instanceof ExpressionSyntax.NumberLiteral literal) {
            number = context.literals()
                    .number(literal.value(), literal.whole(), syntax.span())
                    .map(plan -> new BigDecimal(((Literal) plan).value().toString()));
            if (number.isEmpty()) {
                return number;
            }
        }
        boolean top = function == AggregateFunction.TOP;
        boolean fits = number.isPresent() && (top ? isCount(number.get()) : isPart(number.get()));
        if (!fits) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_ARGUMENT,
                            call.arguments().get(1).span(),
                            top
                                    ? "how many of the most frequent values is a whole number from 1 to " + MOST_OF_TOP
                                    : "which part of the values lies below is a number between 0 and 1",
                            top
                                    ? "write it as in `top(Event.field, 3)`"
                                    : "write it as in `quantile(Event.field, 0.95)`");
            return Optional.empty();
        }
        return number;
    }

    private static boolean isCount(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(MOST_OF_TOP)) <= 0;
    }

    private static boolean isPart(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
    }
}
