package io.tripline.engine.expression;

import io.tripline.engine.value.DecimalArithmetic;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** A number as another kind of number. */
record Conversion(Expression operand, ValueKind from, ValueKind to) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        operand.evaluate(scope, into);
        if (into.isMissing() || from == to) {
            return;
        }
        if (to == ValueKind.FLOAT && from == ValueKind.WHOLE) {
            into.setFloat((double) into.slot());
        } else if (to == ValueKind.FLOAT) {
            DecimalArithmetic.toFloat(into, into);
        } else {
            into.setDecimal(into.slot(), 0);
        }
    }
}
