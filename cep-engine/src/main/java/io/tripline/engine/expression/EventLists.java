package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;
import java.util.function.Function;

/** Lists of values: those of events are read from the event itself, others come of an aggregate. */
public final class EventLists {

    private EventLists() {}

    /** Whether the list is a field of an event or an aggregate. */
    public static boolean reads(ExpressionPlan list) {
        return list instanceof ExpressionPlan.CurrentField
                || list instanceof ExpressionPlan.StepField
                || list instanceof ExpressionPlan.Feature;
    }

    /** Gives the list, or null where it is missing. */
    static Function<Scope, Object> of(ExpressionPlan list) {
        if (list instanceof ExpressionPlan.CurrentField field) {
            return scope -> scope.event().valueAt(field.field());
        } else if (list instanceof ExpressionPlan.StepField field) {
            return scope -> {
                Event latest = scope.captures().latestOrNull(field.step());
                return latest == null ? null : latest.valueAt(field.field());
            };
        }
        if (list instanceof ExpressionPlan.Feature feature) {
            Value value = new Value();
            return scope -> {
                scope.features().read(feature.index(), scope, value);
                return value.isMissing() ? null : PlainValues.of(value, feature.type());
            };
        }
        throw new IllegalArgumentException("this gives no list: " + list);
    }
}
