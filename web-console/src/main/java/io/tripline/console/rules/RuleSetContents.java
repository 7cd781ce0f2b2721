package io.tripline.console.rules;

import io.tripline.console.rules.RuleFileView.EventView;
import io.tripline.console.rules.RuleFileView.FieldView;
import io.tripline.console.rules.RuleFileView.RuleView;
import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.RuleParser;
import io.tripline.engine.host.RuleSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What stands in each file of a rule set. */
final class RuleSetContents {

    private RuleSetContents() {}

    static List<RuleFileView> of(RuleSet rules, BiFunction<RuleSet, String, Instant> updatedAt) {
        return rules.files().stream()
                .map(file -> new RuleFileView(
                        file.name(),
                        RuleFiles.etag(file),
                        updatedAt.apply(rules, file.name()),
                        events(rules, file),
                        rules(rules, file)))
                .sorted(Comparator.comparing(RuleFileView::name))
                .toList();
    }

    private static List<RuleView> rules(RuleSet rules, SourceFile file) {
        return rules.plan().rules().stream()
                .filter(rule -> rule.span().file().equals(file.name()))
                .sorted(Comparator.comparingInt(rule -> rule.span().startOffset()))
                .map(RuleSetContents::view)
                .toList();
    }

    private static RuleView view(RulePlan rule) {
        return new RuleView(
                rule.name(),
                rule.title(),
                rule.severity().name().toLowerCase(Locale.ROOT),
                rule.key().parts().stream().map(KeyPlan.Part::name).toList(),
                rule.span().startLine(),
                rule.version());
    }

    private static List<EventView> events(RuleSet rules, SourceFile file) {
        Set<String> declared = RuleParser.parse(file, CompilerLimits.DEFAULT).declarations().stream()
                .filter(EventDeclaration.class::isInstance)
                .map(declaration -> declaration.name().text())
                .collect(Collectors.toSet());
        return rules.plan().events().stream()
                .filter(event -> declared.contains(event.name()))
                .map(RuleSetContents::view)
                .toList();
    }

    private static EventView view(EventSchema event) {
        return new EventView(
                event.name(),
                event.fields().stream().map(field -> view(event, field)).toList());
    }

    private static FieldView view(EventSchema event, FieldSchema field) {
        String role =
                event.timeField() == field.index() ? "time" : event.idField().orElse(-1) == field.index() ? "id" : null;
        return new FieldView(field.name(), field.type().display(), field.optional(), role);
    }
}
