package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** A feature of the key at the event under test. */
record FeatureExpression(int feature) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        scope.features().read(feature, scope, into);
    }
}
