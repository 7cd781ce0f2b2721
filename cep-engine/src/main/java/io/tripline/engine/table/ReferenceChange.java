package io.tripline.engine.table;

import java.util.List;
import java.util.OptionalLong;

/**
 * A change of a list or a table that comes from outside of the rules. Values are as {@link
 * io.tripline.engine.event.Event#valueAt} gives them.
 */
public sealed interface ReferenceChange {

    /**
     * Puts a value on a list.
     *
     * @param forNanos how long it stays; as long as the list says where nothing is said
     * @param timeNanos the event time from which that counts
     */
    record AddToList(String list, Object value, OptionalLong forNanos, long timeNanos) implements ReferenceChange {}

    record RemoveFromList(String list, Object value) implements ReferenceChange {}

    /**
     * Writes a row.
     *
     * @param values of the fields that are not missing
     * @param timeNanos when it was written, in event time
     */
    record PutRow(String table, List<FieldValue> values, long timeNanos) implements ReferenceChange {
        public PutRow {
            values = List.copyOf(values);
        }
    }

    record FieldValue(int field, Object value) {}

    /** Takes a row away, by the values of its key fields in the order in which the table names them. */
    record DeleteRow(String table, List<Object> key) implements ReferenceChange {
        public DeleteRow {
            key = List.copyOf(key);
        }
    }
}
