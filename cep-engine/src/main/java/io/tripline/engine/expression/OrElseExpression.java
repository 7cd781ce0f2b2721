package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** The operand, or the fallback where it is missing. */
record OrElseExpression(Expression operand, Expression fallback) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        operand.evaluate(scope, into);
        if (into.isMissing()) {
            fallback.evaluate(scope, into);
        }
    }
}
