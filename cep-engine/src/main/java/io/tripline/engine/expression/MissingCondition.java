package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** {@code operand is missing}. */
final class MissingCondition implements Condition {

    private final Expression operand;
    private final Value value = new Value();

    MissingCondition(Expression operand) {
        this.operand = operand;
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        return value.isMissing();
    }
}
