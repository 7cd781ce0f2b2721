package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldType;
import java.util.Optional;

/**
 * What is known of a list.
 *
 * @param element empty when its type is wrong
 */
record ListShape(String name, Optional<FieldType> element) {}
