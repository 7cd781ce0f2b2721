package io.tripline.engine.value;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;

/** How the values of a type are held, compared and hashed. */
public enum ValueKind {
    /** int, timestamp, duration, bool and enum: the number itself. */
    WHOLE,
    /** Packed as {@link io.tripline.engine.event.Decimals} says, or {@link Value#BIG}. */
    DECIMAL,
    /** The bits of a finite double that is not −0. */
    FLOAT,
    /** string, ip, geo and lists: bytes with their hash. */
    BYTES;

    public static ValueKind of(FieldType type) {
        if (type instanceof FieldType.EnumType) {
            return WHOLE;
        }
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case INT, BOOL, TIMESTAMP, DURATION -> WHOLE;
                case DECIMAL -> DECIMAL;
                case FLOAT -> FLOAT;
                case STRING, IP, GEO -> BYTES;
            };
        }
        return BYTES;
    }
}
