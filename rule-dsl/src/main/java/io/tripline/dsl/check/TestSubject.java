package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.BranchSyntax;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test is about, and what may be expected of it. */
sealed interface TestSubject {

    /**
     * A rule.
     *
     * @param key the parts of its key with their types; empty where there is an error in the rule
     * @param alerts whether it raises alerts
     * @param emitted the types of events it makes
     * @param inDoubt whether there may be more in it than is known
     */
    record OfRule(
            String name, Optional<Map<String, FieldType>> key, boolean alerts, List<String> emitted, boolean inDoubt)
            implements TestSubject {}

    record OfView(String name) implements TestSubject {}

    /** @param inDoubt whether it may have more verdicts than are known */
    record OfDecision(String name, List<String> verdicts, boolean inDoubt) implements TestSubject {}

    /**
     * What a declaration is to a test; empty when it is no rule, view or decision.
     *
     * @param keys by name of the rule, for those without errors
     */
    static Optional<TestSubject> of(Declaration declaration, Map<String, Map<String, FieldType>> keys) {
        String name = declaration.name().text();
        if (declaration instanceof RuleDeclaration rule) {
            return Optional.of(new OfRule(
                    name,
                    Optional.ofNullable(keys.get(name)),
                    rule.clauses().stream().anyMatch(Clause.Alert.class::isInstance),
                    rule.clauses().stream()
                            .filter(Clause.Emit.class::isInstance)
                            .map(clause -> ((Clause.Emit) clause).event().text())
                            .distinct()
                            .toList(),
                    rule.damaged()));
        } else if (declaration instanceof DecisionDeclaration decision) {
            return Optional.of(new OfDecision(
                    name,
                    decision.branches().stream()
                            .map(BranchSyntax::verdict)
                            .map(verdict -> verdict.text())
                            .distinct()
                            .toList(),
                    decision.damaged()));
        }
        return declaration instanceof ViewDeclaration ? Optional.of(new OfView(name)) : Optional.empty();
    }
}
