package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** {@code value in field}, where the field is a list of an event. */
final class ListMembership implements Condition {

    private final Expression operand;
    private final FieldType type;
    /** Gives the list, or null where it is missing. */
    private final Function<Scope, Object> values;

    private final Value value = new Value();

    ListMembership(Expression operand, FieldType type, ExpressionPlan list) {
        this.operand = operand;
        this.type = type;
        this.values = EventLists.of(list);
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        Object all = value.isMissing() ? null : values.apply(scope);
        if (!(all instanceof List<?> list)) {
            return false;
        }
        Object wanted = PlainValues.of(value, type);
        return list.stream().anyMatch(element -> equal(wanted, element));
    }

    private static boolean equal(Object left, Object right) {
        return left instanceof BigDecimal number && right instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : left.equals(right);
    }
}
