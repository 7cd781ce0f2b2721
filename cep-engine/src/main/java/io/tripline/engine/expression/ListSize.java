package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.engine.value.Value;
import java.util.List;
import java.util.function.Function;

/** How many values a list of an event has. */
final class ListSize implements Expression {

    private final Function<Scope, Object> values;

    ListSize(ExpressionPlan list) {
        this.values = EventLists.of(list);
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        if (values.apply(scope) instanceof List<?> list) {
            into.setSlot(list.size());
        } else {
            into.setMissing();
        }
    }
}
