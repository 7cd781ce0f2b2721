package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** What the events come to that a step has taken. */
record StepAggregateExpression(StepAccumulator accumulator) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        scope.captures().accumulated(accumulator, scope).read(into);
    }
}
