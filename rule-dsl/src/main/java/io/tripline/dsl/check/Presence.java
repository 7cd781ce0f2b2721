package io.tripline.dsl.check;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Arithmetic;
import io.tripline.dsl.plan.Function;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Whether an expression always has a value. */
final class Presence {

    /** Functions that may have no result though their arguments are there. */
    private static final Set<Function> PARTIAL =
            EnumSet.of(Function.SQRT, Function.LN, Function.POWER, Function.NUMBER, Function.GEO);

    private Presence() {}

    /** Of an event of this type. */
    static boolean ofEvent(ExpressionPlan expression, EventShape shape) {
        return always(
                expression,
                leaf -> leaf instanceof ExpressionPlan.CurrentField field && isPresent(field.field(), shape));
    }

    /**
     * In a row of a view, which holds at least one event.
     *
     * @param groups whether each group always has a value
     */
    static boolean ofRow(
            ExpressionPlan expression, List<ViewPlan.Aggregate> aggregates, List<Boolean> groups, EventShape source) {
        return always(expression, leaf -> {
            if (leaf instanceof ExpressionPlan.KeyPart group) {
                return groups.get(group.part());
            }
            return leaf instanceof ExpressionPlan.Feature feature
                    && ofAggregate(aggregates.get(feature.index()), source);
        });
    }

    private static boolean ofAggregate(ViewPlan.Aggregate aggregate, EventShape source) {
        return switch (aggregate.function()) {
            case COUNT, SUM, DISTINCT, APPROX_DISTINCT, TOP -> true;
            case STDDEV -> false;
            case AVG, MIN, MAX, FIRST, LAST, MEDIAN, QUANTILE ->
                aggregate
                        .argument()
                        .filter(argument -> ofEvent(argument, source))
                        .isPresent();
        };
    }

    private static boolean isPresent(int index, EventShape shape) {
        return shape.fields().values().stream()
                .flatMap(field -> field.stream())
                .filter(field -> field.index() == index)
                .anyMatch(field -> !field.optional());
    }

    private static boolean always(ExpressionPlan expression, Predicate<ExpressionPlan> leaf) {
        if (expression instanceof ExpressionPlan.Literal || leaf.test(expression)) {
            return true;
        }
        if (expression instanceof ExpressionPlan.OrElse orElse) {
            return always(orElse.fallback(), leaf);
        }
        if (expression instanceof ExpressionPlan.Conditional conditional) {
            return always(conditional.then(), leaf) && always(conditional.otherwise(), leaf);
        }
        boolean test = expression.type() == Scalar.BOOL
                && !expression.operands().isEmpty()
                && !(expression instanceof ExpressionPlan.FunctionCall)
                && !(expression instanceof ExpressionPlan.TableField);
        if (test) {
            return true;
        }
        boolean total = expression instanceof ExpressionPlan.FunctionCall call && !PARTIAL.contains(call.function())
                || expression instanceof ExpressionPlan.Convert
                || expression instanceof Arithmetic sum
                        && sum.operator() != Arithmetic.Operator.DIVIDE
                        && sum.operator() != Arithmetic.Operator.REMAINDER;
        return total && expression.operands().stream().allMatch(operand -> always(operand, leaf));
    }
}
