package io.tripline.dsl.check;

import io.tripline.dsl.plan.ExpressionPlan;

/**
 * What a name turned out to be.
 *
 * @param optional whether it is a field that an event may come without
 * @param present whether it always has a value
 */
record Reference(ExpressionPlan plan, boolean optional, boolean present) {}
