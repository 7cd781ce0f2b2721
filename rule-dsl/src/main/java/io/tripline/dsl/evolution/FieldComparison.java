package io.tripline.dsl.evolution;

import io.tripline.dsl.evolution.Change.Compatibility;
import io.tripline.dsl.evolution.Change.Kind;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.List;
import java.util.Optional;

/** Compares the fields of an event type, a table or the rows of a view. */
final class FieldComparison {

    private final String owner;
    private final Users users;
    private final List<Change> changes;

    FieldComparison(String owner, Users users, List<Change> changes) {
        this.owner = owner;
        this.users = users;
        this.changes = changes;
    }

    /** Fields that others give values to: a wider type takes what they send. */
    void compare(List<FieldSchema> before, List<FieldSchema> after) {
        compare(before, after, true);
    }

    /** Fields that others read: a type is what they expect, or it is not. */
    void compareOutput(List<FieldSchema> before, List<FieldSchema> after) {
        compare(before, after, false);
    }

    private void compare(List<FieldSchema> before, List<FieldSchema> after, boolean given) {
        for (FieldSchema old : before) {
            Optional<FieldSchema> now = find(after, old.name());
            if (now.isEmpty()) {
                add(Kind.FIELD_REMOVED, old, Compatibility.BREAKING, "is gone", users.ofField(owner, old.index()));
            } else {
                compare(old, now.get(), given);
            }
        }
        for (FieldSchema now : after) {
            if (find(before, now.name()).isEmpty()) {
                boolean breaks = given && !now.optional();
                add(
                        Kind.FIELD_ADDED,
                        now,
                        breaks ? Compatibility.BREAKING : Compatibility.COMPATIBLE,
                        breaks ? "is new, and events and rows that exist do not have it" : "is new",
                        breaks ? users.of(owner) : List.of());
            }
        }
    }

    private void compare(FieldSchema old, FieldSchema now, boolean given) {
        if (!old.type().equals(now.type())) {
            boolean widens = given && isWider(old.type(), now.type());
            add(
                    Kind.TYPE_CHANGED,
                    now,
                    widens ? Compatibility.COMPATIBLE : Compatibility.BREAKING,
                    "was " + old.type().display() + " and is " + now.type().display(),
                    widens ? List.of() : users.ofField(owner, old.index()));
        }
        if (old.optional() && !now.optional()) {
            add(
                    Kind.BECAME_REQUIRED,
                    now,
                    given ? Compatibility.BREAKING : Compatibility.COMPATIBLE,
                    "was optional and is required",
                    given ? users.ofField(owner, old.index()) : List.of());
        } else if (!old.optional() && now.optional()) {
            // Who reads a row has counted on the value; who sends an event goes on as before.
            add(
                    Kind.BECAME_OPTIONAL,
                    now,
                    given ? Compatibility.COMPATIBLE : Compatibility.BREAKING,
                    "was required and is optional",
                    given ? List.of() : users.ofField(owner, old.index()));
        }
    }

    /** Whether every value of the one type is one of the other, read the same. */
    static boolean isWider(FieldType old, FieldType now) {
        if (old instanceof ListType oldList && now instanceof ListType newList) {
            return oldList.element().equals(newList.element()) || isWider(oldList.element(), newList.element());
        }
        if (old instanceof EnumType oldEnum) {
            return now == Scalar.STRING
                    || now instanceof EnumType newEnum && newEnum.names().containsAll(oldEnum.names());
        }
        return false;
    }

    private static Optional<FieldSchema> find(List<FieldSchema> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private void add(Kind kind, FieldSchema field, Compatibility compatibility, String what, List<String> breaks) {
        changes.add(
                new Change(kind, owner, field.name(), compatibility, owner + "." + field.name() + " " + what, breaks));
    }
}
