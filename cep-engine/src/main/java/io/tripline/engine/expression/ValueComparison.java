package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan.Comparison.Operator;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** {@code left operator right}, for anything; false where either is missing. */
final class ValueComparison implements Condition {

    private final Operator operator;
    private final Expression left;
    private final Expression right;
    private final ValueKind kind;
    private final Value leftValue = new Value();
    private final Value rightValue = new Value();

    ValueComparison(Operator operator, Expression left, Expression right, ValueKind kind) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.kind = kind;
    }

    @Override
    public boolean holds(Scope scope) {
        left.evaluate(scope, leftValue);
        if (leftValue.isMissing()) {
            return false;
        }
        right.evaluate(scope, rightValue);
        if (rightValue.isMissing()) {
            return false;
        }
        return switch (operator) {
            case EQUAL -> leftValue.equalTo(rightValue, kind);
            case NOT_EQUAL -> !leftValue.equalTo(rightValue, kind);
            default -> accepts(operator, leftValue.compareTo(rightValue, kind));
        };
    }

    /** Whether the operator holds for two values that compare like that. */
    static boolean accepts(Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** The operator that says the same with its sides exchanged. */
    static Operator mirrored(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> operator;
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
        };
    }
}
