package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * {@code name}, or {@code name(Event.field, Other.field)} where its fields have other names.
 *
 * @param fields empty where every event type has a field of this name
 */
public record KeyPartSyntax(Name name, List<KeyField> fields, SourceSpan span) implements SyntaxNode {

    public record KeyField(Name event, Name field) {}

    public KeyPartSyntax {
        fields = List.copyOf(fields);
    }
}
