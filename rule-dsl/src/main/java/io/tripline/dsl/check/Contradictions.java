package io.tripline.dsl.check;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.ExpressionPlan.Or;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds conditions that nothing can satisfy together: {@code amount > 5 and amount < 3}. */
final class Contradictions {

    private Contradictions() {}

    /** Whether all of the conditions can never hold together, as far as constants tell. */
    static boolean exclude(List<ExpressionPlan> conditions) {
        List<ExpressionPlan> flat = new ArrayList<>();
        conditions.forEach(condition -> flatten(condition, flat));
        Map<ExpressionPlan, ValueRange> ranges = new HashMap<>();
        for (ExpressionPlan condition : flat) {
            if (neverHolds(condition) || !narrow(condition, ranges)) {
                return true;
            }
        }
        return false;
    }

    private static void flatten(ExpressionPlan condition, List<ExpressionPlan> flat) {
        if (condition instanceof And and) {
            and.conditions().forEach(part -> flatten(part, flat));
        } else {
            flat.add(condition);
        }
    }

    private static boolean neverHolds(ExpressionPlan condition) {
        return condition instanceof Or or && or.conditions().stream().allMatch(part -> exclude(List.of(part)));
    }

    /** Notes what the condition leaves of a value; false when nothing is left. */
    private static boolean narrow(ExpressionPlan condition, Map<ExpressionPlan, ValueRange> ranges) {
        if (condition instanceof Comparison comparison) {
            return narrow(comparison, ranges);
        }
        if (condition instanceof ExpressionPlan.In in
                && in.candidates().stream().allMatch(Literal.class::isInstance)) {
            return range(in.operand(), ranges)
                    .oneOf(in.candidates().stream()
                            .map(candidate -> value((Literal) candidate))
                            .toList());
        }
        boolean negated = condition instanceof ExpressionPlan.Not;
        ExpressionPlan inner = condition instanceof ExpressionPlan.Not not ? not.condition() : condition;
        boolean field = inner.type() == Scalar.BOOL
                && (inner instanceof ExpressionPlan.CurrentField || inner instanceof ExpressionPlan.StepField);
        return !field || range(inner, ranges).oneOf(List.of(!negated));
    }

    private static boolean narrow(Comparison comparison, Map<ExpressionPlan, ValueRange> ranges) {
        boolean turned = comparison.left() instanceof Literal;
        ExpressionPlan constant = turned ? comparison.left() : comparison.right();
        ExpressionPlan operand = turned ? comparison.right() : comparison.left();
        if (!(constant instanceof Literal literal) || operand instanceof Literal) {
            return true;
        }
        Comparison.Operator operator = turned ? turned(comparison.operator()) : comparison.operator();
        ValueRange range = range(operand, ranges);
        Comparable<?> value = value(literal);
        return switch (operator) {
            case EQUAL -> range.oneOf(List.of(value));
            case NOT_EQUAL -> range.not(value);
            case LESS -> range.below(value, false);
            case LESS_OR_EQUAL -> range.below(value, true);
            case GREATER -> range.above(value, false);
            case GREATER_OR_EQUAL -> range.above(value, true);
        };
    }

    private static Comparison.Operator turned(Comparison.Operator operator) {
        return switch (operator) {
            case LESS -> Comparison.Operator.GREATER;
            case LESS_OR_EQUAL -> Comparison.Operator.GREATER_OR_EQUAL;
            case GREATER -> Comparison.Operator.LESS;
            case GREATER_OR_EQUAL -> Comparison.Operator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }

    private static ValueRange range(ExpressionPlan operand, Map<ExpressionPlan, ValueRange> ranges) {
        ExpressionPlan plain = operand;
        while (plain instanceof ExpressionPlan.Convert convert) {
            plain = convert.operand();
        }
        return ranges.computeIfAbsent(plain, added -> new ValueRange());
    }

    /** All numbers as one type, so that those of one value can be compared. */
    private static Comparable<?> value(Literal literal) {
        if (literal.value() instanceof Long || literal.value() instanceof Double) {
            return new BigDecimal(literal.value().toString()).stripTrailingZeros();
        }
        return literal.value() instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros()
                : (Comparable<?>) literal.value();
    }
}
