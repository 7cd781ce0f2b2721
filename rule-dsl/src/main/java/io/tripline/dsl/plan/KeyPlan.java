package io.tripline.dsl.plan;

import io.tripline.dsl.schema.FieldType;
import java.util.List;
import java.util.SortedMap;

/**
 * The key of a rule: each of its values has an engine of its own.
 *
 * @param parts the names behind {@code by}; none means that all events share one key
 * @param fieldsByEvent for each event type the rule looks at, the field that holds each part
 */
public record KeyPlan(List<Part> parts, SortedMap<String, List<Integer>> fieldsByEvent) {

    public record Part(String name, FieldType type) {}

    public KeyPlan {
        parts = List.copyOf(parts);
        fieldsByEvent = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(fieldsByEvent));
    }
}
