package io.tripline.engine.expression;

import io.tripline.engine.event.Event;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** A field of the event that a step has taken before its latest. */
record PreviousStepFieldExpression(int step, int field, ValueKind kind) implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        Event previous = scope.captures().previousOrNull(step);
        if (previous == null) {
            into.setMissing();
        } else {
            into.setField(previous, field, kind);
        }
    }
}
