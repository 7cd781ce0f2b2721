package io.tripline.console.decode;

import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.Collection;

/** How values and types are named in an error. */
final class Shown {

    private static final int MAX_CHARS = 40;

    private Shown() {}

    /** At most {@value #MAX_CHARS} characters of a text, without control characters. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), MAX_CHARS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean printable = !Character.isISOControl(c) && !Character.isSurrogate(c);
            shown.append(printable ? c : '\uFFFD');
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    /** {@code "; did you mean `amount`?"}, or empty when nothing is near. */
    static String question(String seen, Collection<String> names) {
        return DidYouMean.hint(seen, names).map(hint -> "; " + hint).orElse("");
    }

    static InvalidEventException wrongType(String seen, FieldType type) {
        return new InvalidEventException(ErrorCode.WRONG_TYPE, seen + " is not " + noun(type) + "; " + remedy(type));
    }

    static String noun(FieldType type) {
        if (type instanceof EnumType names) {
            return "one of " + String.join(", ", names.names());
        }
        if (type instanceof ListType) {
            return "a " + type.display();
        }
        return switch ((Scalar) type) {
            case INT -> "an int";
            case IP -> "an IP address";
            case GEO -> "a position";
            default -> "a " + type.display();
        };
    }

    private static String remedy(FieldType type) {
        if (type instanceof EnumType) {
            return "write one of these names";
        }
        if (type instanceof ListType list) {
            return "write an array, each element " + noun(list.element());
        }
        return switch ((Scalar) type) {
            case INT -> "write a whole number such as 42";
            case DECIMAL -> "write a number such as 12.50";
            case FLOAT -> "write a number such as 0.75";
            case STRING -> "write a text in quotes";
            case BOOL -> "write true or false";
            case TIMESTAMP ->
                "write a time with its offset such as 2026-03-01T10:00:00Z, or the milliseconds since 1970";
            case DURATION -> "write a duration such as 5m or PT5M";
            case IP -> "write an address such as 192.0.2.1 or 2001:db8::1";
            case GEO -> "write {\"lat\": 48.2, \"lon\": 16.4} or [48.2, 16.4]";
        };
    }
}
