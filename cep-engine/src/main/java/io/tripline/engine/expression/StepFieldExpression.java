package io.tripline.engine.expression;

import io.tripline.engine.event.Event;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** A field of the latest event that a step has taken. */
record StepFieldExpression(int step, int field, ValueKind kind) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        Event latest = scope.captures().latestOrNull(step);
        if (latest == null) {
            into.setMissing();
        } else {
            into.setField(latest, field, kind);
        }
    }
}
