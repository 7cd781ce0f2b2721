package io.tripline.dsl.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A declared type of event.
 *
 * @param fields in the order of declaration; {@code fields.get(i).index() == i}
 * @param idField the field marked {@code @id}, a string or an int, if the type has one
 * @param timeField the timestamp field marked {@code @time}
 * @param lateAfterNanos how far behind its source's newest event an event of this type may still come
 */
public record EventSchema(
        String name, List<FieldSchema> fields, OptionalInt idField, int timeField, long lateAfterNanos) {

    public EventSchema {
        fields = List.copyOf(fields);
    }

    public Optional<FieldSchema> field(String fieldName) {
        return fields.stream().filter(f -> f.name().equals(fieldName)).findFirst();
    }
}
