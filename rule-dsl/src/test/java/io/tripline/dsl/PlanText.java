package io.tripline.dsl;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.FieldType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A plan as text that a person can compare: one line for each part of a rule, records as {@code Name(parts)}. */
final class PlanText {

    private static final int WIDTH = 118;

    private PlanText() {}

    static String of(RuleSetPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.tables().forEach(table -> append(text, "table " + table.name(), table));
        plan.lists().forEach(list -> append(text, "list " + list.name(), list));
        plan.views().forEach(view -> append(text, "view " + view.name(), view));
        plan.rules().forEach(rule -> append(text, "rule " + rule.name(), rule));
        plan.decisions().forEach(decision -> append(text, "decision " + decision.name(), decision));
        plan.tests().forEach(test -> append(text, "test", test));
        return text.toString();
    }

    private static void append(StringBuilder text, String heading, Record declaration) {
        text.append(heading).append('\n');
        for (RecordComponent component : declaration.getClass().getRecordComponents()) {
            if (!component.getName().equals("name") && !component.getName().equals("version")) {
                text.append("  ").append(component.getName()).append(": ");
                text.append(of(read(component, declaration), 4)).append('\n');
            }
        }
    }

    /** On one line if it is short enough, else with a line for each part. */
    private static String of(Object value, int indent) {
        String flat = flat(value);
        if (flat.length() + indent <= WIDTH) {
            return flat;
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return of(optional.get(), indent);
        } else if (value instanceof List<?> list) {
            return lines("[", list, "]", indent);
        } else if (value instanceof Record entity && !(value instanceof FieldType) && !(value instanceof SourceSpan)) {
            return lines(entity.getClass().getSimpleName() + "(", parts(entity), ")", indent);
        }
        return flat;
    }

    private static String flat(Object value) {
        if (value instanceof FieldType type) {
            return type.display();
        } else if (value instanceof SourceSpan span) {
            return span.startLine() + ":" + span.startColumn() + " to " + span.endLine() + ":" + span.endColumn();
        } else if (value instanceof Optional<?> optional) {
            return optional.map(PlanText::flat).orElse("-");
        } else if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? Long.toString(optional.getAsLong()) : "-";
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? Integer.toString(optional.getAsInt()) : "-";
        } else if (value instanceof List<?> list) {
            return list.stream().map(PlanText::flat).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.toString();
        } else if (value instanceof String string) {
            return '"' + string.replace("\n", "\\n").replace("\t", "\\t") + '"';
        } else if (value instanceof Record entity) {
            return parts(entity).stream()
                    .map(PlanText::flat)
                    .collect(Collectors.joining(", ", entity.getClass().getSimpleName() + "(", ")"));
        }
        return String.valueOf(value);
    }

    private static List<Object> parts(Record entity) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : entity.getClass().getRecordComponents()) {
            parts.add(read(component, entity));
        }
        return parts;
    }

    private static String lines(String open, List<?> parts, String close, int indent) {
        String newLine = "\n" + " ".repeat(indent);
        return parts.stream()
                .map(part -> of(part, indent + 2))
                .collect(Collectors.joining("," + newLine, open + newLine, close));
    }

    private static Object read(RecordComponent component, Record entity) {
        try {
            return component.getAccessor().invoke(entity);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " cannot be read", e);
        }
    }
}
