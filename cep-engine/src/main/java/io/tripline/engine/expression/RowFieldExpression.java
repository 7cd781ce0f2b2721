package io.tripline.engine.expression;

import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.event.Event;
import io.tripline.engine.table.TableRows;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.ArrayList;
import java.util.List;

/** {@code Table[key].field}: of the row as it was when the event under test arrived. */
final class RowFieldExpression implements Expression {

    private final TableRows rows;
    private final List<Expression> key;
    private final List<FieldType> keyTypes;
    private final int field;
    private final ValueKind kind;

    RowFieldExpression(TableRows rows, List<Expression> key, List<FieldType> keyTypes, int field, ValueKind kind) {
        this.rows = rows;
        this.key = key;
        this.keyTypes = keyTypes;
        this.field = field;
        this.kind = kind;
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        List<Object> parts = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            key.get(i).evaluate(scope, into);
            if (into.isMissing()) {
                return;
            }
            parts.add(PlainValues.of(into, keyTypes.get(i)));
        }
        Event row = rows.rowOrNull(parts.size() == 1 ? parts.get(0) : parts, scope.event());
        if (row == null) {
            into.setMissing();
        } else {
            into.setField(row, field, kind);
        }
    }
}
