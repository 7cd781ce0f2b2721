package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.DurationValue;
import java.util.Optional;

/** Checks one event declaration. */
final class EventChecker {

    /** A declaration's shape, its time, and its schema if nothing in it is wrong. */
    record CheckedEvent(EventShape shape, Optional<String> timeField, Optional<EventSchema> schema) {}

    private EventChecker() {}

    static CheckedEvent check(EventDeclaration declaration, Diagnostics diagnostics, CompilerLimits limits) {
        String name = declaration.name().text();
        FieldsChecker fields = new FieldsChecker(FieldsChecker.Owner.EVENT, declaration.name(), diagnostics);
        fields.check(declaration.fields(), limits.fields());
        boolean valid = fields.valid() && !declaration.damaged();
        long lateAfterNanos = declaration.lateAfter().map(DurationValue::nanos).orElse(0L);
        if (lateAfterNanos > limits.window().toNanos()) {
            valid = false;
            diagnostics.error(
                    DiagnosticCode.OUT_OF_RANGE,
                    declaration.lateAfter().orElseThrow().span(),
                    "events can be late by " + limits.window().toDays() + " days at most");
        }
        if (fields.timeField().isEmpty() && !fields.timeInDoubt() && !declaration.damaged()) {
            valid = false;
            diagnostics.error(
                    DiagnosticCode.MISSING_TIME,
                    declaration.name().span(),
                    "`" + name + "` does not say when it happens",
                    "mark a timestamp field with `@time`: `at timestamp @time`");
        }
        EventShape shape = new EventShape(name, fields.shape(), !declaration.damaged());
        Optional<String> timeField = fields.timeField().isPresent()
                ? Optional.of(fields.fields().get(fields.timeField().getAsInt()).name())
                : Optional.empty();
        return new CheckedEvent(
                shape,
                timeField,
                valid
                        ? Optional.of(new EventSchema(
                                name,
                                fields.fields(),
                                fields.idField(),
                                fields.timeField().orElseThrow(),
                                lateAfterNanos))
                        : Optional.empty());
    }
}
