package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TypeSyntax;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a type that is written means; empty when there is none, which is reported. */
final class TypeChecker {

    private static final Map<String, Scalar> TYPES = new LinkedHashMap<>();

    static {
        for (Scalar type : Scalar.values()) {
            TYPES.put(type.display(), type);
        }
    }

    /** What the types are called elsewhere. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("long", "int"),
            Map.entry("number", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("money", "decimal"),
            Map.entry("double", "float"),
            Map.entry("real", "float"),
            Map.entry("text", "string"),
            Map.entry("varchar", "string"),
            Map.entry("str", "string"),
            Map.entry("boolean", "bool"),
            Map.entry("date", "timestamp"),
            Map.entry("datetime", "timestamp"),
            Map.entry("time", "timestamp"),
            Map.entry("instant", "timestamp"),
            Map.entry("interval", "duration"),
            Map.entry("list", "list of string"),
            Map.entry("enum", "enum(a, b)"));

    private final Diagnostics diagnostics;

    TypeChecker(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static boolean isTypeName(String word) {
        return TYPES.containsKey(word);
    }

    Optional<FieldType> check(TypeSyntax syntax) {
        if (syntax instanceof TypeSyntax.EnumSyntax enumSyntax) {
            return enumType(enumSyntax);
        }
        if (syntax instanceof TypeSyntax.ListSyntax list) {
            if (list.element() instanceof TypeSyntax.ListSyntax) {
                diagnostics.error(DiagnosticCode.UNKNOWN_TYPE, list.span(), "there are no lists of lists");
                return Optional.empty();
            }
            return check(list.element()).map(ListType::new);
        }
        Name name = ((TypeSyntax.NamedType) syntax).name();
        Scalar type = TYPES.get(name.text());
        if (type == null) {
            diagnostics.error(
                    DiagnosticCode.UNKNOWN_TYPE,
                    name.span(),
                    "`" + name.text() + "` is not a type",
                    typeHint(name.text()));
        }
        return Optional.ofNullable(type);
    }

    private static Optional<String> typeHint(String written) {
        return Optional.ofNullable(OTHER_NAMES.get(written.toLowerCase(Locale.ROOT)))
                .or(() -> DidYouMean.nearest(written, TYPES.keySet()))
                .map(near -> "did you mean `" + near + "`?")
                .or(() ->
                        Optional.of("types are " + TypeWords.list(TYPES.keySet()) + ", enum(a, b) and list of string"));
    }

    private Optional<FieldType> enumType(TypeSyntax.EnumSyntax syntax) {
        Set<String> names = new HashSet<>();
        boolean unique = true;
        for (Name name : syntax.names()) {
            if (!names.add(name.text())) {
                diagnostics.error(
                        DiagnosticCode.DUPLICATE_NAME, name.span(), "`" + name.text() + "` is already in this enum");
                unique = false;
            }
        }
        return unique
                ? Optional.of(
                        new EnumType(syntax.names().stream().map(Name::text).toList()))
                : Optional.empty();
    }
}
