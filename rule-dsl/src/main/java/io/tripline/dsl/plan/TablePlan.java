package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.schema.FieldSchema;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The newest row for each key.
 *
 * @param fields in the order of declaration; {@code fields.get(i).index() == i}
 * @param keyFields indexes of the fields that make the key, in the order of writing
 * @param timeField a timestamp that orders the rows of one key, where the table has one; else the order of arrival does
 * @param feeds the event types whose fields of the same names update a row
 * @param expiryNanos a row that is not written for this long is gone
 */
public record TablePlan(
        String name,
        List<FieldSchema> fields,
        List<Integer> keyFields,
        OptionalInt timeField,
        List<String> feeds,
        OptionalLong expiryNanos,
        SourceSpan span) {

    public TablePlan {
        fields = List.copyOf(fields);
        keyFields = List.copyOf(keyFields);
        feeds = List.copyOf(feeds);
    }
}
