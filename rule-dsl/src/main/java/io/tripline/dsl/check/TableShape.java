package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldSchema;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a table, whether or not its declaration is free of errors.
 *
 * @param row its fields
 * @param key what tells its rows apart, in the order of writing; empty for a part that is not known
 */
record TableShape(EventShape row, List<Optional<FieldSchema>> key) {

    TableShape {
        key = List.copyOf(key);
    }

    String name() {
        return row.name();
    }
}
