package io.tripline.engine.value;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import java.math.BigDecimal;
import java.time.Duration;

/** Values as plain objects, as {@link io.tripline.engine.event.Event#valueAt} gives them: for messages, not for matching. */
public final class PlainValues {

    private PlainValues() {}

    /**
     * The one form of a plain object that equal values have.
     *
     * @throws IllegalArgumentException when it is no value of the type, or a decimal has too many digits
     */
    public static Object canonical(Object plain, FieldType type) {
        if (plain instanceof BigDecimal number) {
            try {
                return Decimals.unpack(Decimals.pack(number));
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(number + " has " + e.getMessage(), e);
            }
        } else if (type == Scalar.IP && plain instanceof String address) {
            byte[] bytes = IpAddresses.parse(address);
            return IpAddresses.format(bytes, 0, bytes.length);
        } else if (plain instanceof Double number) {
            return number + 0.0;
        }
        return plain;
    }

    /**
     * The value as a plain object.
     *
     * @param value not missing
     * @param type a scalar, an enum, or a list that was computed (see {@link ValueList})
     */
    public static Object of(Value value, FieldType type) {
        if (type instanceof EnumType names) {
            return names.names().get((int) value.slot());
        } else if (type instanceof ListType list) {
            return ValueList.plain(value, list.element());
        } else if (!(type instanceof Scalar scalar)) {
            throw new IllegalArgumentException("no value has the type " + type.display());
        } else {
            return switch (scalar) {
                case INT -> value.slot();
                case DECIMAL -> value.asDecimal();
                case FLOAT -> value.asDouble();
                case BOOL -> value.slot() != 0;
                case TIMESTAMP -> Nanos.toInstant(value.slot());
                case DURATION -> Duration.ofNanos(value.slot());
                case STRING -> value.asText();
                case IP -> IpAddresses.format(value.array(), value.start(), value.length());
                case GEO -> GeoPoint.read(value.array(), value.start());
            };
        }
    }
}
