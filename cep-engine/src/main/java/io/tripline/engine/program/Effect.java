package io.tripline.engine.program;

import java.util.List;
import java.util.OptionalLong;

/** Something a rule does beside its alert, with its values as {@link io.tripline.engine.event.Event#valueAt} gives them. */
public sealed interface Effect {

    /**
     * Makes an event.
     *
     * @param event the name of its type
     * @param values what is given, null where it is missing
     */
    record Emit(String event, List<FieldValue> values) implements Effect {
        public Emit {
            values = List.copyOf(values);
        }
    }

    /** @param value not missing */
    record FieldValue(int field, Object value) {}

    record AddToList(String list, Object value, OptionalLong forNanos) implements Effect {}

    record RemoveFromList(String list, Object value) implements Effect {}

    /** Says of the event what its decision has come to. */
    record Decide(String verdict) implements Effect {}
}
