package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** A bool as a condition: missing is false. */
final class BoolCondition implements Condition {

    private final Expression expression;
    private final Value value = new Value();

    BoolCondition(Expression expression) {
        this.expression = expression;
    }

    @Override
    public boolean holds(Scope scope) {
        expression.evaluate(scope, value);
        return !value.isMissing() && value.slot() != 0;
    }
}
