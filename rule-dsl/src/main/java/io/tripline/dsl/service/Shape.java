package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.syntax.ColumnSyntax;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.FieldSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TypeSyntax;
import io.tripline.dsl.syntax.ViewClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that has fields: an event type, a table, or a view, whose rows are events.
 *
 * @param span of its name
 */
record Shape(Kind kind, String name, List<Field> fields, SourceSpan span) {

    enum Kind {
        EVENT,
        TABLE,
        VIEW
    }

    /**
     * @param type as it is written; empty where it follows from an expression
     * @param names of an enum
     * @param marks {@code id}, {@code time}
     * @param span of its name
     * @param comment what its author says about it
     */
    record Field(
            String name,
            String type,
            boolean optional,
            List<Name> names,
            List<String> marks,
            Optional<SourceSpan> span,
            Optional<String> comment) {

        /** {@code decimal?}. */
        String display() {
            return optional ? type + "?" : type;
        }
    }

    Optional<Field> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /** Whether a rule can look for it. */
    boolean isEvent() {
        return kind != Kind.TABLE;
    }

    static Optional<Shape> of(Declaration declaration, OpenFile file) {
        if (declaration instanceof EventDeclaration event) {
            return Optional.of(new Shape(
                    Kind.EVENT,
                    event.name().text(),
                    fields(event.fields(), file),
                    event.name().span()));
        }
        if (declaration instanceof TableDeclaration table) {
            return Optional.of(new Shape(
                    Kind.TABLE,
                    table.name().text(),
                    fields(table.fields(), file),
                    table.name().span()));
        }
        if (declaration instanceof ViewDeclaration view) {
            return Optional.of(new Shape(
                    Kind.VIEW, view.name().text(), columns(view), view.name().span()));
        }
        return Optional.empty();
    }

    private static List<Field> fields(List<FieldSyntax> fields, OpenFile file) {
        return fields.stream()
                .map(field -> new Field(
                        field.name().text(),
                        written(field.type()),
                        field.optional(),
                        enumNames(field.type()),
                        field.marks().stream().map(Name::text).toList(),
                        Optional.of(field.name().span()),
                        file.commentOn(field.name().span().startOffset())))
                .toList();
    }

    private static String written(TypeSyntax type) {
        if (type instanceof TypeSyntax.NamedType named) {
            return named.name().text();
        }
        if (type instanceof TypeSyntax.ListSyntax list) {
            return "list of " + written(list.element());
        }
        return enumNames(type).stream().map(Name::text).collect(Collectors.joining(", ", "enum(", ")"));
    }

    private static List<Name> enumNames(TypeSyntax type) {
        if (type instanceof TypeSyntax.ListSyntax list) {
            return enumNames(list.element());
        }
        return type instanceof TypeSyntax.EnumSyntax names ? names.names() : List.of();
    }

    private static List<Field> columns(ViewDeclaration view) {
        List<Field> fields = new ArrayList<>();
        for (ViewClause clause : view.clauses()) {
            if (clause instanceof ViewClause.From from) {
                from.groups().forEach(group -> column(group).ifPresent(fields::add));
            } else if (clause instanceof ViewClause.Select select) {
                select.columns().forEach(column -> column(column).ifPresent(fields::add));
            }
        }
        fields.add(given("window_start", "timestamp"));
        fields.add(given("window_end", "timestamp"));
        fields.add(given("revision", "int"));
        return fields;
    }

    private static Field given(String name, String type) {
        return new Field(name, type, false, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Optional<Field> column(ColumnSyntax column) {
        Optional<Name> name = column.name()
                .or(() -> column.value() instanceof Bare bare ? Optional.of(bare.name()) : Optional.empty());
        return name.map(written -> new Field(
                written.text(), "", false, List.of(), List.of(), column.name().map(Name::span), Optional.empty()));
    }
}
