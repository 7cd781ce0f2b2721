package io.tripline.engine.oracle;

import io.tripline.engine.oracle.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A type of event that a random case declares; each has a field {@code at} for its time besides those listed.
 *
 * @param id type of the field {@code id}; empty when events of the type have no {@code @id}
 */
record TypeDraft(String name, String id, List<FieldDraft> fields, long lateAfterMillis) {

    record FieldDraft(String name, Kind kind, boolean optional) {

        String text() {
            String type =
                    kind == Kind.ENUM ? "enum(red, green, blue)" : kind.name().toLowerCase(java.util.Locale.ROOT);
            return name + " " + type + (optional ? "?" : "");
        }
    }

    TypeDraft {
        fields = List.copyOf(fields);
    }

    Optional<FieldDraft> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    List<FieldDraft> fieldsOf(Kind kind) {
        return fields.stream().filter(field -> field.kind() == kind).toList();
    }

    String text() {
        StringBuilder text = new StringBuilder("event " + name + " {\n");
        if (!id.isEmpty()) {
            text.append("  id ").append(id).append(" @id\n");
        }
        fields.forEach(field -> text.append("  ").append(field.text()).append('\n'));
        text.append("  at timestamp @time\n}");
        return text + (lateAfterMillis == 0 ? "\n" : " late after " + lateAfterMillis + "ms\n");
    }

    /** Types with a field less, or no lateness. */
    Stream<TypeDraft> simpler() {
        List<TypeDraft> simpler = new ArrayList<>();
        IntStream.range(0, fields.size()).forEach(i -> {
            List<FieldDraft> fewer = new ArrayList<>(fields);
            fewer.remove(i);
            simpler.add(new TypeDraft(name, id, fewer, lateAfterMillis));
        });
        if (!id.isEmpty()) {
            simpler.add(new TypeDraft(name, "", fields, lateAfterMillis));
        }
        if (lateAfterMillis > 0) {
            simpler.add(new TypeDraft(name, id, fields, 0));
        }
        return simpler.stream();
    }
}
