package io.tripline.dsl.schema;

import java.util.List;

/** The type of a field or of an expression. */
public sealed interface FieldType {

    /** The name an analyst writes: {@code decimal}, {@code enum(web, app)}, {@code list of string}. */
    String display();

    default boolean isNumeric() {
        return this == Scalar.INT || this == Scalar.DECIMAL || this == Scalar.FLOAT;
    }

    enum Scalar implements FieldType {
        /** A 64-bit whole number. */
        INT,
        /** An exact decimal number of at most 17 significant digits. */
        DECIMAL,
        /** An IEEE 754 double. */
        FLOAT,
        STRING,
        BOOL,
        /** A point in time, to the nanosecond. */
        TIMESTAMP,
        /** A length of time, to the nanosecond. */
        DURATION,
        /** An IPv4 or IPv6 address. */
        IP,
        /** Latitude and longitude in degrees. */
        GEO;

        @Override
        public String display() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One of a closed set of names, in the order they were declared. */
    record EnumType(List<String> names) implements FieldType {
        public EnumType {
            names = List.copyOf(names);
        }

        @Override
        public String display() {
            return "enum(" + String.join(", ", names) + ")";
        }
    }

    /** A list of scalars or enum names. */
    record ListType(FieldType element) implements FieldType {
        @Override
        public String display() {
            return "list of " + element.display();
        }
    }
}
