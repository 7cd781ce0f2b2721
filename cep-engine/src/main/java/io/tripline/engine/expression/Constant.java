package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A value known when the rule is compiled.
 *
 * @param kept what is kept beside the slot, see {@link Value#keptOrNull}
 */
record Constant(boolean missing, long slot, Object kept) implements Expression {

    static Constant of(Literal literal) {
        Value value = new Value();
        set(literal.value(), literal.type(), value);
        return of(value, ValueKind.of(literal.type()));
    }

    static Constant of(Value value, ValueKind kind) {
        return value.isMissing()
                ? new Constant(true, 0, null)
                : new Constant(false, value.slot(), value.keptOrNull(kind));
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        if (missing) {
            into.setMissing();
        } else {
            into.setKept(slot, kept);
        }
    }

    private static void set(Object literal, FieldType type, Value into) {
        if (type instanceof EnumType names) {
            into.setSlot(names.names().indexOf((String) literal));
        } else if (type == Scalar.IP) {
            into.setText(Text.of(IpAddresses.parse((String) literal)));
        } else if (literal instanceof String text) {
            into.setText(Text.of(text));
        } else if (literal instanceof Boolean bool) {
            into.setSlot(bool ? 1 : 0);
        } else if (literal instanceof Instant instant) {
            setNanos(BigDecimal.valueOf(instant.getEpochSecond()), instant.getNano(), into);
        } else if (literal instanceof Duration duration) {
            setNanos(BigDecimal.valueOf(duration.getSeconds()), duration.getNano(), into);
        } else {
            setNumber(new BigDecimal(literal.toString()), type, into);
        }
    }

    private static void setNumber(BigDecimal number, FieldType type, Value into) {
        if (type == Scalar.FLOAT) {
            into.setFloat(number.doubleValue());
        } else if (type == Scalar.DECIMAL) {
            into.setDecimal(number);
        } else {
            setWhole(number, into);
        }
    }

    private static void setNanos(BigDecimal seconds, long nanos, Value into) {
        setWhole(seconds.movePointRight(9).add(BigDecimal.valueOf(nanos)), into);
    }

    private static void setWhole(BigDecimal number, Value into) {
        if (number.toBigInteger().bitLength() < 64) {
            into.setSlot(number.longValue());
        } else {
            into.setMissing();
        }
    }
}
