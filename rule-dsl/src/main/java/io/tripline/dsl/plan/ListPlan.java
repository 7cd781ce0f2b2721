package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.schema.FieldType;
import java.util.OptionalLong;

/**
 * A named set of values that rules look up and change.
 *
 * @param expiryNanos how long an entry stays when nothing else is said
 */
public record ListPlan(String name, FieldType element, OptionalLong expiryNanos, SourceSpan span) {}
