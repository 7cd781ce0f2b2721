package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.FieldSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks the fields of an event type or a table: types, marks, names used once. */
final class FieldsChecker {

    /** What the fields belong to, and which marks they may have. */
    enum Owner {
        EVENT("event type"),
        TABLE("table");

        private final String noun;

        Owner(String noun) {
            this.noun = noun;
        }

        private List<String> marks() {
            return this == EVENT ? List.of("id", "time") : List.of("time");
        }
    }

    /** Names the type of an event in JSON, so no field of an event can have it. */
    static final String RESERVED = "type";

    private final Owner owner;
    private final Name ownerName;
    private final Diagnostics diagnostics;
    private final TypeChecker types;
    private final Map<String, Name> firstByName = new LinkedHashMap<>();
    private final Map<String, Optional<FieldSchema>> shape = new LinkedHashMap<>();
    private final List<FieldSchema> fields = new ArrayList<>();
    private OptionalInt idField = OptionalInt.empty();
    private OptionalInt timeField = OptionalInt.empty();
    private boolean timeInDoubt;
    private boolean valid = true;

    FieldsChecker(Owner owner, Name ownerName, Diagnostics diagnostics) {
        this.owner = owner;
        this.ownerName = ownerName;
        this.diagnostics = diagnostics;
        this.types = new TypeChecker(diagnostics);
    }

    void check(List<FieldSyntax> syntax, int limit) {
        syntax.forEach(this::field);
        if (fields.size() > limit) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    ownerName.span(),
                    (owner == Owner.EVENT ? "an event type" : "a table") + " can have " + limit + " fields at most",
                    Optional.empty());
        }
    }

    /** Whether nothing is wrong with them. */
    boolean valid() {
        return valid;
    }

    /** Whether a field may have been meant to be the time. */
    boolean timeInDoubt() {
        return timeInDoubt;
    }

    /** By name, in the order of writing; empty for one whose type is wrong. */
    Map<String, Optional<FieldSchema>> shape() {
        return shape;
    }

    List<FieldSchema> fields() {
        return fields;
    }

    OptionalInt idField() {
        return idField;
    }

    OptionalInt timeField() {
        return timeField;
    }

    private void field(FieldSyntax syntax) {
        FieldSyntax field = turnedAround(syntax);
        String name = field.name().text();
        Name first = firstByName.putIfAbsent(name, field.name());
        if (first != null) {
            error(
                    DiagnosticCode.DUPLICATE_NAME,
                    field.name().span(),
                    "`" + name + "` is already a field of " + ownerName.text(),
                    Optional.of("the other is in line " + first.span().startLine()));
            return;
        }
        if (owner == Owner.EVENT && name.equals(RESERVED)) {
            error(
                    DiagnosticCode.DUPLICATE_NAME,
                    field.name().span(),
                    "a field cannot be called `type`: in JSON that names the type of the event",
                    Optional.of("give it another name, like `kind`"));
        }
        Optional<FieldType> type = types.check(field.type());
        if (type.isEmpty()) {
            valid = false;
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
                || TypeChecker.isTypeName(written.name().text())
                || !TypeChecker.isTypeName(field.name().text())) {
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
        if (!owner.marks().contains(mark.text())) {
            unknownMark(mark);
        } else if (mark.text().equals("id")) {
            if (idField.isPresent()) {
                duplicateMark(mark);
            } else if (schema.type() != Scalar.STRING && schema.type() != Scalar.INT) {
                badMark(
                        mark,
                        "an `@id` is a string or an int, and `" + schema.name() + "` is " + TypeWords.a(schema.type()));
            } else if (field.optional()) {
                badMark(mark, "an `@id` cannot be optional");
            }
            idField = OptionalInt.of(schema.index());
        } else {
            if (timeField.isPresent()) {
                duplicateMark(mark);
            } else if (schema.type() != Scalar.TIMESTAMP) {
                badMark(
                        mark,
                        "`@time` stands behind a timestamp, and `" + schema.name() + "` is "
                                + TypeWords.a(schema.type()));
            } else if (field.optional()) {
                badMark(
                        mark,
                        "the `@time` of " + (owner == Owner.EVENT ? "an event" : "a row") + " cannot be optional");
            }
            timeField = OptionalInt.of(schema.index());
        }
    }

    private void unknownMark(Name mark) {
        timeInDoubt = true;
        List<String> marks =
                owner.marks().stream().map(name -> "`@" + name + "`").toList();
        error(
                DiagnosticCode.UNKNOWN_MARK,
                mark.span(),
                "there is no `@" + mark.text() + "`" + (owner == Owner.TABLE ? " in a table" : ""),
                DidYouMean.nearest(mark.text(), owner.marks())
                        .map(near -> "did you mean `@" + near + "`?")
                        .or(() -> Optional.of(
                                owner == Owner.EVENT
                                        ? "fields are marked with " + String.join(" and ", marks)
                                        : "the fields behind `key` are what tells rows apart")));
    }

    private void duplicateMark(Name mark) {
        error(
                DiagnosticCode.DUPLICATE_CLAUSE,
                mark.span(),
                "only one field of " + (owner == Owner.EVENT ? "an " : "a ") + owner.noun + " can be its `@"
                        + mark.text() + "`",
                Optional.empty());
    }

    private void badMark(Name mark, String message) {
        error(DiagnosticCode.BAD_MARK, mark.span(), message, Optional.empty());
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        valid = false;
        diagnostics.error(code, span, message, hint);
    }
}
