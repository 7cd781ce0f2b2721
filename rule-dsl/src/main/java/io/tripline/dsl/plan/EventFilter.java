package io.tripline.dsl.plan;

import java.util.Optional;

/**
 * Some events of a type.
 *
 * @param event the name of the type
 * @param condition what they must satisfy; their fields are {@link ExpressionPlan.CurrentField}s
 */
public record EventFilter(String event, Optional<ExpressionPlan> condition) {}
