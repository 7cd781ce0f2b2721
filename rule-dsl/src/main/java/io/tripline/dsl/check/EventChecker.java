package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.FieldSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Checks one event declaration: types, marks, names used once. */
final class EventChecker {

    /** A declaration's shape, and its schema if nothing in it is wrong. */
    record CheckedEvent(EventShape shape, Optional<EventSchema> schema) {}

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

    private final EventDeclaration declaration;
    private final Diagnostics diagnostics;
    private final CompilerLimits limits;
    private final Map<String, Name> firstByName = new LinkedHashMap<>();
    private final Map<String, Optional<FieldSchema>> shape = new LinkedHashMap<>();
    private final List<FieldSchema> fields = new ArrayList<>();
    private OptionalInt idField = OptionalInt.empty();
    private OptionalInt timeField = OptionalInt.empty();
    private boolean timeInDoubt;
    private boolean valid = true;

    private EventChecker(EventDeclaration declaration, Diagnostics diagnostics, CompilerLimits limits) {
        this.declaration = declaration;
        this.diagnostics = diagnostics;
        this.limits = limits;
    }

    static CheckedEvent check(EventDeclaration declaration, Diagnostics diagnostics, CompilerLimits limits) {
        return new EventChecker(declaration, diagnostics, limits).check();
    }

    private CheckedEvent check() {
        declaration.fields().forEach(this::field);
        if (fields.size() > limits.fields()) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    declaration.name().span(),
                    "an event type can have " + limits.fields() + " fields at most",
                    Optional.empty());
        }
        long lateAfterNanos = declaration.lateAfter().map(DurationValue::nanos).orElse(0L);
        if (lateAfterNanos > limits.window().toNanos()) {
            error(
                    DiagnosticCode.OUT_OF_RANGE,
                    declaration.lateAfter().orElseThrow().span(),
                    "events can be late by " + limits.window().toDays() + " days at most",
                    Optional.empty());
        }
        if (timeField.isEmpty() && !timeInDoubt && !declaration.damaged()) {
            error(
                    DiagnosticCode.MISSING_TIME,
                    declaration.name().span(),
                    "`" + declaration.name().text() + "` does not say when it happens",
                    Optional.of("mark a timestamp field with `@time`: `at timestamp @time`"));
        }
        boolean complete = valid && !declaration.damaged();
        EventShape known = new EventShape(declaration.name().text(), shape, !declaration.damaged());
        return new CheckedEvent(
                known,
                complete
                        ? Optional.of(
                                new EventSchema(known.name(), fields, idField, timeField.orElseThrow(), lateAfterNanos))
                        : Optional.empty());
    }

    private void field(FieldSyntax syntax) {
        FieldSyntax field = turnedAround(syntax);
        String name = field.name().text();
        Name first = firstByName.putIfAbsent(name, field.name());
        if (first != null) {
            error(
                    DiagnosticCode.DUPLICATE_NAME,
                    field.name().span(),
                    "`" + name + "` is already a field of " + declaration.name().text(),
                    Optional.of("the other is in line " + first.span().startLine()));
            return;
        }
        Optional<FieldType> type = type(field.type());
        if (type.isEmpty()) {
            shape.put(name, Optional.empty());
            timeInDoubt |= field.marks().stream().anyMatch(mark -> mark.text().equals("time"));
            return;
        }
        FieldSchema schema = new FieldSchema(fields.size(), name, type.get(), field.optional());
        fields.add(schema);
        shape.put(name, Optional.of(schema));
        field.marks().forEach(mark -> mark(field, schema, mark));
    }

    /** Many languages put the type first: understood, so that the field is known where it is used. */
    private FieldSyntax turnedAround(FieldSyntax field) {
        if (!(field.type() instanceof TypeSyntax.NamedType written)
                || TYPES.containsKey(written.name().text())
                || !TYPES.containsKey(field.name().text())) {
            return field;
        }
        Name name = written.name();
        error(
                DiagnosticCode.SYNTAX,
                field.span(),
                "the name of a field stands before its type",
                Optional.of("write `" + name.text() + " " + field.name().text() + "`"));
        return new FieldSyntax(
                name, new TypeSyntax.NamedType(field.name()), field.optional(), field.marks(), field.span());
    }

    private void mark(FieldSyntax field, FieldSchema schema, Name mark) {
        switch (mark.text()) {
            case "id" -> {
                if (idField.isPresent()) {
                    duplicateMark(mark);
                } else if (schema.type() != Scalar.STRING && schema.type() != Scalar.INT) {
                    badMark(
                            mark,
                            "an `@id` is a string or an int, and `" + schema.name() + "` is "
                                    + TypeWords.a(schema.type()));
                } else if (field.optional()) {
                    badMark(mark, "an `@id` cannot be optional");
                }
                idField = OptionalInt.of(schema.index());
            }
            case "time" -> {
                if (timeField.isPresent()) {
                    duplicateMark(mark);
                } else if (schema.type() != Scalar.TIMESTAMP) {
                    badMark(
                            mark,
                            "`@time` stands behind a timestamp, and `" + schema.name() + "` is "
                                    + TypeWords.a(schema.type()));
                } else if (field.optional()) {
                    badMark(mark, "the `@time` of an event cannot be optional");
                }
                timeField = OptionalInt.of(schema.index());
            }
            default -> {
                timeInDoubt = true;
                error(
                        DiagnosticCode.UNKNOWN_MARK,
                        mark.span(),
                        "there is no `@" + mark.text() + "`",
                        DidYouMean.nearest(mark.text(), List.of("id", "time"))
                                .map(near -> "did you mean `@" + near + "`?")
                                .or(() -> Optional.of("fields are marked with `@id` and `@time`")));
            }
        }
    }

    private void duplicateMark(Name mark) {
        error(
                DiagnosticCode.DUPLICATE_CLAUSE,
                mark.span(),
                "only one field of an event type can be its `@" + mark.text() + "`",
                Optional.empty());
    }

    private void badMark(Name mark, String message) {
        error(DiagnosticCode.BAD_MARK, mark.span(), message, Optional.empty());
    }

    private Optional<FieldType> type(TypeSyntax syntax) {
        if (syntax instanceof TypeSyntax.EnumSyntax enumSyntax) {
            return enumType(enumSyntax);
        }
        if (syntax instanceof TypeSyntax.ListSyntax list) {
            if (list.element() instanceof TypeSyntax.ListSyntax) {
                error(DiagnosticCode.UNKNOWN_TYPE, list.span(), "there are no lists of lists", Optional.empty());
                return Optional.empty();
            }
            return type(list.element()).map(ListType::new);
        }
        Name name = ((TypeSyntax.NamedType) syntax).name();
        Scalar type = TYPES.get(name.text());
        if (type == null) {
            error(
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
                error(
                        DiagnosticCode.DUPLICATE_NAME,
                        name.span(),
                        "`" + name.text() + "` is already in this enum",
                        Optional.empty());
                unique = false;
            }
        }
        return unique
                ? Optional.of(
                        new EnumType(syntax.names().stream().map(Name::text).toList()))
                : Optional.empty();
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        valid = false;
        diagnostics.error(code, span, message, hint);
    }
}
