package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan.Arithmetic.Operator;
import io.tripline.engine.value.DecimalArithmetic;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** {@code left operator right} on numbers and times; missing where an operand is. */
final class BinaryExpression implements Expression {

    private final Operator operator;
    private final Expression left;
    private final Expression right;
    private final ValueKind kind;
    private final Value rightValue = new Value();

    BinaryExpression(Operator operator, Expression left, Expression right, ValueKind kind) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.kind = kind;
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        left.evaluate(scope, into);
        if (into.isMissing()) {
            return;
        }
        right.evaluate(scope, rightValue);
        if (rightValue.isMissing()) {
            into.setMissing();
            return;
        }
        switch (kind) {
            case DECIMAL -> decimal(into);
            case FLOAT -> into.setFloat(computeFloat(into.asDouble(), rightValue.asDouble()));
            case WHOLE, BYTES -> whole(into.slot(), rightValue.slot(), into);
        }
    }

    private void decimal(Value into) {
        switch (operator) {
            case ADD -> DecimalArithmetic.add(into, rightValue, into);
            case SUBTRACT -> DecimalArithmetic.subtract(into, rightValue, into);
            case MULTIPLY -> DecimalArithmetic.multiply(into, rightValue, into);
            case DIVIDE -> DecimalArithmetic.divide(into, rightValue, into);
            case REMAINDER -> DecimalArithmetic.remainder(into, rightValue, into);
        }
    }

    /** Dividing by zero gives no finite number, which is missing. */
    private double computeFloat(double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
        };
    }

    private void whole(long a, long b, Value into) {
        boolean fits;
        long result;
        switch (operator) {
            case ADD -> {
                result = a + b;
                fits = ((a ^ result) & (b ^ result)) >= 0;
            }
            case SUBTRACT -> {
                result = a - b;
                fits = ((a ^ b) & (a ^ result)) >= 0;
            }
            case MULTIPLY -> {
                result = a * b;
                fits = Math.multiplyHigh(a, b) == result >> 63;
            }
            case DIVIDE -> {
                fits = b != 0 && !(a == Long.MIN_VALUE && b == -1);
                result = fits ? a / b : 0;
            }
            default -> {
                fits = b != 0;
                result = fits ? a % b : 0;
            }
        }
        if (fits) {
            into.setSlot(result);
        } else {
            into.setMissing();
        }
    }
}
