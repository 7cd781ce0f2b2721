package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.NumberLiteral;
import io.tripline.dsl.syntax.ExpressionSyntax.TextLiteral;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What types allow, and what they are called in a message. */
final class TypeWords {

    /** More names than these are not listed in a hint. */
    private static final int MOST_NAMES = 12;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,17}(\\.[0-9]{1,17})?");

    private TypeWords() {}

    /** {@code an int}, {@code a decimal}. */
    static String a(FieldType type) {
        boolean vowel = type == Scalar.INT || type == Scalar.IP || type instanceof EnumType;
        return (vowel ? "an " : "a ") + type.display();
    }

    /** Whether values of the type have an order: numbers, texts, times. */
    static boolean isOrdered(FieldType type) {
        return type.isNumeric() || type == Scalar.STRING || type == Scalar.TIMESTAMP || type == Scalar.DURATION;
    }

    /** Whether two values of the type can be told to be equal. */
    static boolean isComparable(FieldType type) {
        return type != Scalar.GEO && !(type instanceof ListType);
    }

    /** Whether events can be told apart by a value of the type. A float is not exact enough. */
    static boolean isKey(FieldType type) {
        return isComparable(type) && type != Scalar.FLOAT;
    }

    /** What to write in the place of a value of another type. */
    static Optional<String> hintFor(ExpressionSyntax syntax, FieldType given, FieldType needed) {
        if (needed.isNumeric()
                && syntax instanceof TextLiteral text
                && NUMBER.matcher(text.text()).matches()) {
            return Optional.of("write `" + text.text() + "` without quotes");
        } else if (needed == Scalar.STRING && syntax instanceof NumberLiteral number) {
            return Optional.of("write `\"" + number.value().toPlainString() + "\"`");
        } else if (needed == Scalar.DURATION && given.isNumeric()) {
            return Optional.of("durations have a unit: `10m`, `24h`");
        } else if (needed == Scalar.STRING && !(given instanceof ListType)) {
            return Optional.of("make a text of it with `text(…)`");
        } else if (needed.isNumeric() && given.isNumeric()) {
            return Optional.of(needed == Scalar.INT ? "an int holds whole numbers only" : "a float is not exact");
        }
        return Optional.empty();
    }

    /** The wider of two numeric types. */
    static FieldType wider(FieldType left, FieldType right) {
        List<Scalar> byWidth = List.of(Scalar.FLOAT, Scalar.DECIMAL, Scalar.INT);
        return byWidth.stream()
                .filter(type -> type == left || type == right)
                .findFirst()
                .orElseThrow();
    }

    /** {@code a, b, c}, cut where it gets long. */
    static String list(Collection<String> names) {
        String listed = String.join(", ", names.stream().limit(MOST_NAMES).toList());
        return names.size() > MOST_NAMES ? listed + ", …" : listed;
    }
}
