package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** A condition as a bool, which is never missing. */
record ConditionExpression(Condition condition) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        into.setSlot(condition.holds(scope) ? 1 : 0);
    }
}
