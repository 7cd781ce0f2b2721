package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.KeyPartSyntax;
import io.tripline.dsl.syntax.KeyPartSyntax.KeyField;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks {@code by}: each part is a field, of one type, of every event type the rule looks at. */
final class KeyChecker {

    private final RuleContext context;
    private final List<Name> parts;
    /** By part and event type: what its field is called where it has another name. */
    private final Map<String, Map<String, Name>> fieldNames = new LinkedHashMap<>();

    KeyChecker(RuleContext context, List<KeyPartSyntax> syntax) {
        this.context = context;
        this.parts = syntax.stream().map(KeyPartSyntax::name).toList();
        for (KeyPartSyntax part : syntax) {
            Map<String, Name> fields = new LinkedHashMap<>();
            for (KeyField field : part.fields()) {
                Name first = fields.putIfAbsent(field.event().text(), field.field());
                if (first != null) {
                    error(
                            DiagnosticCode.DUPLICATE_NAME,
                            field.event(),
                            "the key has a field of " + field.event().text() + " already",
                            Optional.of("it is `" + first.text() + "`"));
                }
            }
            fieldNames.putIfAbsent(part.name().text(), fields);
        }
    }

    /** What a part of the key is called in an event type. */
    private String fieldName(String part, EventShape shape) {
        Name other = fieldNames.getOrDefault(part, Map.of()).get(shape.name());
        return other == null ? part : other.text();
    }

    /** The types of the parts, as the steps have them: what the rest of the rule is checked with. */
    Map<String, Optional<FieldType>> types(List<Step> steps) {
        Map<String, Optional<FieldType>> types = new LinkedHashMap<>();
        for (Name part : parts) {
            types.putIfAbsent(
                    part.text(),
                    steps.stream()
                            .flatMap(step -> step.shape().stream())
                            .flatMap(shape -> shape.field(fieldName(part.text(), shape)).stream())
                            .map(FieldSchema::type)
                            .findFirst());
        }
        return types;
    }

    /** The key, once all event types that the rule looks at are known. */
    Optional<KeyPlan> check() {
        if (parts.size() > context.limits().keyParts()) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    parts.get(context.limits().keyParts()),
                    "a key can have " + context.limits().keyParts() + " parts at most",
                    Optional.empty());
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        List<KeyPlan.Part> checked = new ArrayList<>();
        for (Name part : parts) {
            if (!seen.add(part.text())) {
                error(
                        DiagnosticCode.DUPLICATE_NAME,
                        part,
                        "`" + part.text() + "` is in the key already",
                        Optional.empty());
            } else {
                type(part).ifPresent(type -> checked.add(new KeyPlan.Part(part.text(), type)));
            }
        }
        if (checked.size() < parts.size()) {
            return Optional.empty();
        }
        SortedMap<String, List<Integer>> fields = new TreeMap<>();
        context.lookedAt().forEach((event, shape) -> fields.put(event, fields(shape)));
        return Optional.of(new KeyPlan(checked, fields));
    }

    private List<Integer> fields(EventShape shape) {
        return parts.stream()
                .map(part ->
                        shape.field(fieldName(part.text(), shape)).orElseThrow().index())
                .toList();
    }

    private Optional<FieldType> type(Name part) {
        Map<String, FieldType> typeByEvent = new LinkedHashMap<>();
        List<EventShape> without = new ArrayList<>();
        boolean known = true;
        for (EventShape shape : context.lookedAt().values()) {
            String name = fieldName(part.text(), shape);
            Optional<FieldSchema> field = shape.field(name);
            if (field.isPresent()) {
                typeByEvent.put(shape.name(), field.get().type());
            } else if (shape.has(name) || !shape.complete()) {
                known = false;
            } else {
                without.add(shape);
            }
        }
        if (!without.isEmpty()) {
            explainMissing(part, without);
            return Optional.empty();
        }
        List<FieldType> types = typeByEvent.values().stream().distinct().toList();
        if (types.size() > 1) {
            explainDifferent(part, typeByEvent);
            return Optional.empty();
        }
        if (!known || types.isEmpty()) {
            return Optional.empty();
        }
        if (!TypeWords.isKey(types.get(0))) {
            error(
                    DiagnosticCode.BAD_KEY,
                    part,
                    "`" + part.text() + "` is " + TypeWords.a(types.get(0)) + ", which cannot be a key",
                    Optional.empty());
            return Optional.empty();
        }
        return Optional.of(types.get(0));
    }

    private void explainMissing(Name part, List<EventShape> without) {
        Set<String> inAll = new HashSet<>(without.get(0).fieldNames());
        context.lookedAt().values().forEach(shape -> inAll.retainAll(shape.fieldNames()));
        List<String> events = without.stream().map(EventShape::name).toList();
        List<String> candidates = inAll.stream().sorted().toList();
        error(
                DiagnosticCode.BAD_KEY,
                part,
                "`" + part.text() + "` is not a field of " + String.join(" or ", events) + ", which this rule looks at",
                DidYouMean.hint(part.text(), candidates)
                        .or(() -> candidates.isEmpty()
                                ? Optional.of("the event types of this rule have no field in common")
                                : Optional.of("all event types of this rule have " + TypeWords.list(candidates))));
    }

    private void explainDifferent(Name part, Map<String, FieldType> typeByEvent) {
        List<String> words = new ArrayList<>();
        typeByEvent.forEach((event, type) -> words.add(TypeWords.a(type) + " in " + event));
        error(
                DiagnosticCode.BAD_KEY,
                part,
                "`" + part.text() + "` is not the same everywhere: " + String.join(", ", words),
                Optional.of("a part of the key has one type in all event types of the rule"));
    }

    private void error(DiagnosticCode code, Name part, String message, Optional<String> hint) {
        context.diagnostics().error(code, part.span(), message, hint);
    }
}
