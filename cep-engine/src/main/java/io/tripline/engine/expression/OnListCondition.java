package io.tripline.engine.expression;

import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.table.ListEntries;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;

/** {@code value in list}: whether it was on the list when the event under test arrived. */
final class OnListCondition implements Condition {

    private final Expression operand;
    private final FieldType type;
    private final ListEntries list;
    private final Value value = new Value();

    OnListCondition(Expression operand, FieldType type, ListEntries list) {
        this.operand = operand;
        this.type = type;
        this.list = list;
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        return !value.isMissing() && list.contains(PlainValues.of(value, type), scope.event());
    }
}
