package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** How many events a step has taken. */
record StepCountExpression(int step) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        into.setSlot(scope.captures().count(step));
    }
}
