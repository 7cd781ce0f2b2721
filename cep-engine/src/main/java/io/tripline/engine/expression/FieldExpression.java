package io.tripline.engine.expression;

import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** A field of the event under test. */
record FieldExpression(int field, ValueKind kind) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        into.setField(scope.event(), field, kind);
    }
}
