package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an event type, whether or not its declaration is free of errors.
 *
 * @param fields by name, in the order of writing; empty for a field whose type is wrong
 * @param complete whether all fields are known; if not, a field that is not here may still be meant to be
 */
record EventShape(String name, Map<String, Optional<FieldSchema>> fields, boolean complete) {

    EventShape {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The field, if there is one of that name and its type is known. */
    Optional<FieldSchema> field(String field) {
        return fields.getOrDefault(field, Optional.empty());
    }

    Set<String> fieldNames() {
        return fields.keySet();
    }

    /** Which fields there are, for somebody who has written another name. */
    Optional<String> fieldsHint() {
        return fields.isEmpty() ? Optional.empty() : Optional.of("its fields are " + TypeWords.list(fieldNames()));
    }
}
