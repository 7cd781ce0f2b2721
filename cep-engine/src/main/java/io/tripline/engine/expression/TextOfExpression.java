package io.tripline.engine.expression;

import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueText;

/** A value as messages show it; missing when it is. */
final class TextOfExpression implements Expression {

    private final Expression operand;
    private final FieldType type;

    TextOfExpression(Expression operand, FieldType type) {
        this.operand = operand;
        this.type = type;
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        operand.evaluate(scope, into);
        if (!into.isMissing()) {
            into.setText(ValueText.of(PlainValues.of(into, type)));
        }
    }
}
