package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Arithmetic.Operator;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import java.util.Optional;

/** Types of {@code + - * / %}. */
final class ArithmeticChecker {

    private final RuleContext context;

    ArithmeticChecker(RuleContext context) {
        this.context = context;
    }

    Optional<ExpressionPlan> check(ExpressionSyntax.Arithmetic syntax, ExpressionPlan left, ExpressionPlan right) {
        Operator operator = Operator.valueOf(syntax.operator().name());
        if (left.type().isNumeric() && right.type().isNumeric()) {
            return numbers(syntax, operator, left, right);
        }
        Optional<ExpressionPlan> time = times(operator, left, right);
        if (time.isEmpty()) {
            explain(syntax, left, right);
        }
        return time;
    }

    private Optional<ExpressionPlan> numbers(
            ExpressionSyntax.Arithmetic syntax, Operator operator, ExpressionPlan left, ExpressionPlan right) {
        FieldType wider = TypeWords.wider(left.type(), right.type());
        FieldType type = operator == Operator.DIVIDE && wider == Scalar.INT ? Scalar.DECIMAL : wider;
        Optional<ExpressionPlan> from =
                context.literals().widen(left, type, syntax.left().span());
        Optional<ExpressionPlan> to =
                context.literals().widen(right, type, syntax.right().span());
        return from.isPresent() && to.isPresent()
                ? Optional.of(new ExpressionPlan.Arithmetic(operator, from.get(), to.get(), type))
                : Optional.empty();
    }

    /** Times and durations; the duration or time goes left where the sides can be swapped. */
    private static Optional<ExpressionPlan> times(Operator operator, ExpressionPlan left, ExpressionPlan right) {
        FieldType a = left.type();
        FieldType b = right.type();
        return switch (operator) {
            case ADD -> {
                if (a == Scalar.DURATION && b == Scalar.TIMESTAMP) {
                    yield operation(operator, right, left, Scalar.TIMESTAMP);
                }
                boolean fits = b == Scalar.DURATION && (a == Scalar.DURATION || a == Scalar.TIMESTAMP);
                yield fits ? operation(operator, left, right, a) : Optional.empty();
            }
            case SUBTRACT -> {
                if (a == Scalar.TIMESTAMP && b == Scalar.TIMESTAMP) {
                    yield operation(operator, left, right, Scalar.DURATION);
                }
                boolean fits = b == Scalar.DURATION && (a == Scalar.DURATION || a == Scalar.TIMESTAMP);
                yield fits ? operation(operator, left, right, a) : Optional.empty();
            }
            case MULTIPLY -> {
                if (a == Scalar.INT && b == Scalar.DURATION) {
                    yield operation(operator, right, left, Scalar.DURATION);
                }
                boolean fits = a == Scalar.DURATION && b == Scalar.INT;
                yield fits ? operation(operator, left, right, Scalar.DURATION) : Optional.empty();
            }
            case DIVIDE -> {
                boolean fits = a == Scalar.DURATION && b == Scalar.INT;
                yield fits ? operation(operator, left, right, Scalar.DURATION) : Optional.empty();
            }
            case REMAINDER -> Optional.empty();
        };
    }

    private static Optional<ExpressionPlan> operation(
            Operator operator, ExpressionPlan left, ExpressionPlan right, FieldType type) {
        return Optional.of(new ExpressionPlan.Arithmetic(operator, left, right, type));
    }

    private void explain(ExpressionSyntax.Arithmetic syntax, ExpressionPlan left, ExpressionPlan right) {
        boolean texts = left.type() == Scalar.STRING && right.type() == Scalar.STRING;
        context.diagnostics()
                .error(
                        DiagnosticCode.WRONG_TYPE,
                        syntax.span(),
                        "`" + syntax.operator().text() + "` cannot be used between " + TypeWords.a(left.type())
                                + " and " + TypeWords.a(right.type()),
                        texts ? Optional.of("texts are put together with `concat(a, b)`") : Optional.empty());
    }
}
