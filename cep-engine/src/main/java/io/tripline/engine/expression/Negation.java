package io.tripline.engine.expression;

import io.tripline.engine.value.DecimalArithmetic;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** {@code -operand}. */
record Negation(Expression operand, ValueKind kind) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        operand.evaluate(scope, into);
        if (into.isMissing()) {
            return;
        }
        switch (kind) {
            case DECIMAL -> DecimalArithmetic.negate(into, into);
            case FLOAT -> into.setFloat(-into.asDouble());
            case WHOLE, BYTES -> negateWhole(into);
        }
    }

    private static void negateWhole(Value into) {
        if (into.slot() == Long.MIN_VALUE) {
            into.setMissing();
        } else {
            into.setSlot(-into.slot());
        }
    }
}
