package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.engine.event.Event;
import java.util.function.Function;

/** Lists of values, which only events have: they are read from the event itself. */
public final class EventLists {

    private EventLists() {}

    /** Whether the list is a field of an event. */
    public static boolean reads(ExpressionPlan list) {
        return list instanceof ExpressionPlan.CurrentField || list instanceof ExpressionPlan.StepField;
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
        throw new IllegalArgumentException("only fields of events are lists, not " + list);
    }
}
