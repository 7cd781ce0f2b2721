package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** {@code if condition then a else b}. */
record ConditionalExpression(Condition condition, Expression then, Expression otherwise) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        (condition.holds(scope) ? then : otherwise).evaluate(scope, into);
    }
}
