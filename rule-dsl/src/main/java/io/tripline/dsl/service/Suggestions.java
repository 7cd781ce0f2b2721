package io.tripline.dsl.service;

import io.tripline.dsl.service.Completion.Kind;
import io.tripline.dsl.service.Shape.Field;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.Declaration.ListDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what can be written at one place, the likeliest first. Used by one thread. */
final class Suggestions {

    private static final List<String> DURATIONS = List.of("10m", "30s", "1h", "24h", "7d", "30d");
    private static final Map<String, String> UNITS = new LinkedHashMap<>(Map.of());

    static {
        UNITS.put("s", "seconds");
        UNITS.put("m", "minutes");
        UNITS.put("h", "hours");
        UNITS.put("d", "days");
        UNITS.put("w", "weeks");
        UNITS.put("ms", "milliseconds");
    }

    private final Workspace workspace;
    private final Map<String, Completion> found = new LinkedHashMap<>();

    Suggestions(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Completion> toList() {
        return new ArrayList<>(found.values());
    }

    void words(List<Entry> entries) {
        words(entries, Kind.KEYWORD);
    }

    void words(List<Entry> entries, Kind kind) {
        entries.forEach(entry -> add(entry.name(), kind, entry.detail(), entry.documentation()));
    }

    /** A word of the language with what is known of it. */
    void keyword(String word) {
        Vocabulary.keyword(word).ifPresentOrElse(entry -> words(List.of(entry)), () -> plainKeyword(word));
    }

    void plainKeyword(String word) {
        add(word, Kind.KEYWORD, "", "");
    }

    void durations() {
        DURATIONS.forEach(duration -> {
            String unit = duration.replaceAll("[0-9]", "");
            add(duration, Kind.VALUE, duration.replaceAll("[^0-9]", "") + " " + UNITS.get(unit), "");
        });
    }

    void unitsBehind(String digits) {
        UNITS.forEach((unit, name) -> add(digits + unit, Kind.VALUE, digits + " " + name, ""));
    }

    /** Event types, and views, whose rows are events. */
    void events() {
        shapes(Shape.Kind.EVENT);
        shapes(Shape.Kind.VIEW);
    }

    void tables() {
        shapes(Shape.Kind.TABLE);
    }

    private void shapes(Shape.Kind wanted) {
        workspace.shapes().values().stream()
                .filter(shape -> shape.kind() == wanted)
                .forEach(shape -> {
                    Kind kind =
                            switch (shape.kind()) {
                                case EVENT -> Kind.EVENT;
                                case TABLE -> Kind.TABLE;
                                case VIEW -> Kind.VIEW;
                            };
                    add(
                            shape.name(),
                            kind,
                            shape.kind().name().toLowerCase(java.util.Locale.ROOT),
                            Describe.shape(shape));
                });
    }

    void fields(Shape shape) {
        shape.fields().forEach(field -> field(shape, field));
    }

    void field(Shape shape, Field field) {
        add(field.name(), Kind.FIELD, field.display(), Describe.field(shape, field));
    }

    void steps(Map<String, String> steps) {
        steps.forEach((name, type) -> add(
                name,
                Kind.STEP,
                type,
                workspace.shape(type).map(Describe::shape).orElse("")));
    }

    void step(String name, String type) {
        steps(Map.of(name, type));
    }

    void key(String name) {
        add(name, Kind.FIELD, "key", "A part of the key.");
    }

    void enumNames(List<Name> names, String of) {
        names.forEach(name -> add(name.text(), Kind.VALUE, of, ""));
    }

    void aggregates() {
        words(Functions.AGGREGATES, Kind.FUNCTION);
    }

    void functions() {
        words(Functions.SINGLE, Kind.FUNCTION);
    }

    void lists() {
        workspace
                .declarations()
                .filter(ListDeclaration.class::isInstance)
                .forEach(list -> declared(list, Kind.LIST, "list"));
    }

    void lets() {
        workspace
                .declarations()
                .filter(LetDeclaration.class::isInstance)
                .forEach(let -> declared(let, Kind.LET, "let"));
    }

    /** What a test can be of. */
    void subjects() {
        workspace.declarations().forEach(declaration -> {
            if (declaration instanceof RuleDeclaration) {
                declared(declaration, Kind.RULE, "rule");
            } else if (declaration instanceof DecisionDeclaration) {
                declared(declaration, Kind.RULE, "decision");
            } else if (declaration instanceof ViewDeclaration) {
                declared(declaration, Kind.VIEW, "view");
            }
        });
    }

    private void declared(Declaration declaration, Kind kind, String detail) {
        add(declaration.name().text(), kind, detail, Describe.declaration(workspace, declaration));
    }

    private void add(String label, Kind kind, String detail, String documentation) {
        found.putIfAbsent(label, new Completion(label, kind, detail, documentation));
    }
}
