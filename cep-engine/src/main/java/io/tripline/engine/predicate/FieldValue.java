package io.tripline.engine.predicate;

import io.tripline.engine.event.Event;
import io.tripline.engine.value.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * A value that a field may have.
 *
 * @param slot the field's slot; for texts and addresses 0
 * @param text the bytes, for texts and addresses
 */
record FieldValue(long slot, Optional<Text> text) {

    /** The number under which it is looked up; different values of one field may share it. */
    long lookup() {
        return text.map(Text::hash).orElse(slot);
    }

    /** The number under which the field's value is looked up; the field is present. */
    static long lookup(Event event, int field, boolean isText) {
        return isText ? event.hashAt(field) : event.slot(field);
    }

    boolean isIn(Event event, int field) {
        if (text.isEmpty()) {
            return event.slot(field) == slot;
        }
        byte[] bytes = text.get().bytes();
        int start = event.bytesStart(field);
        return event.hashAt(field) == text.get().hash()
                && Arrays.equals(event.array(), start, start + event.bytesLength(field), bytes, 0, bytes.length);
    }
}
