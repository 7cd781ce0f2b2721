package io.tripline.engine.expression;

import io.tripline.engine.event.Event;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** A part of the key, read from the event under test, whatever its type: only events of the key get here. */
final class KeyPartExpression implements Expression {

    private final String[] events;
    private final int[] fields;
    private final ValueKind kind;

    /**
     * A part of the key.
     *
     * @param events names of event types
     * @param fields for each of them, the field that holds the part
     */
    KeyPartExpression(String[] events, int[] fields, ValueKind kind) {
        this.events = events.clone();
        this.fields = fields.clone();
        this.kind = kind;
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        Event event = scope.event();
        String name = event.layout().name();
        for (int i = 0; i < events.length; i++) {
            if (events[i].equals(name)) {
                into.setField(event, fields[i], kind);
                return;
            }
        }
        into.setMissing();
    }
}
