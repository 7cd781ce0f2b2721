package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan.Comparison.Operator;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.Arrays;

/** A field against a constant, the commonest condition of all, straight on the event's bytes. */
final class FieldComparison {

    private FieldComparison() {}

    /** The fast condition, or the general one where there is none. */
    static Condition of(Operator operator, int field, Constant constant, ValueKind kind) {
        if (constant.missing()) {
            return scope -> false;
        }
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (kind == ValueKind.WHOLE) {
            return new WholeField(operator, field, constant.slot());
        } else if (kind == ValueKind.DECIMAL && constant.slot() != Value.BIG) {
            return new DecimalField(operator, field, constant.slot());
        } else if (kind == ValueKind.BYTES && equality) {
            return new TextField(operator == Operator.EQUAL, field, (Text) constant.kept());
        }
        return new ValueComparison(operator, new FieldExpression(field, kind), constant, kind);
    }

    private record WholeField(Operator operator, int field, long constant) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            Event event = scope.event();
            return event.has(field) && ValueComparison.accepts(operator, Long.compare(event.slot(field), constant));
        }
    }

    private record DecimalField(Operator operator, int field, long constant) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            Event event = scope.event();
            return event.has(field) && ValueComparison.accepts(operator, Decimals.compare(event.slot(field), constant));
        }
    }

    private record TextField(boolean equal, int field, Text constant) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            Event event = scope.event();
            return event.has(field) && equal == isConstant(event);
        }

        private boolean isConstant(Event event) {
            if (event.hashAt(field) != constant.hash()) {
                return false;
            }
            int start = event.bytesStart(field);
            byte[] bytes = constant.bytes();
            return Arrays.equals(event.array(), start, start + event.bytesLength(field), bytes, 0, bytes.length);
        }
    }
}
