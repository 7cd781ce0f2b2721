package io.tripline.dsl.service;

import io.tripline.dsl.service.Symbol.Kind;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.FilteredSyntax;
import io.tripline.dsl.syntax.KeyPartSyntax;
import io.tripline.dsl.syntax.PatternSyntax;
import io.tripline.dsl.syntax.PatternSyntax.Group;
import io.tripline.dsl.syntax.PatternSyntax.Negated;
import io.tripline.dsl.syntax.PatternSyntax.Part;
import io.tripline.dsl.syntax.PatternSyntax.Sequence;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import io.tripline.dsl.syntax.TemplatePart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says of each name in a rule what it means. */
final class RuleNames {

    private final Workspace workspace;
    private final ExpressionNames names;

    RuleNames(Workspace workspace, ExpressionNames names) {
        this.workspace = workspace;
        this.names = names;
    }

    void rule(RuleDeclaration rule) {
        NameScope scope = scope(workspace, rule);
        for (Clause clause : rule.clauses()) {
            clause(clause, scope);
        }
    }

    /** What names mean in the message and, for a rule that is {@code on} an event, in its conditions. */
    static NameScope scope(Workspace workspace, RuleDeclaration rule) {
        List<StepSyntax> steps = steps(rule).toList();
        Map<String, String> types = new TreeMap<>();
        steps.forEach(step -> step.name()
                .ifPresent(name -> types.put(name.text(), step.event().text())));
        Map<String, List<Symbol>> keys = new TreeMap<>();
        for (Clause clause : rule.clauses()) {
            if (clause instanceof Clause.By by) {
                by.parts().forEach(part -> keys.put(part.name().text(), meaning(workspace, part, steps, rule)));
            }
        }
        Optional<Shape> on = rule.clauses().stream()
                .filter(Clause.On.class::isInstance)
                .map(clause -> ((Clause.On) clause).step().event().text())
                .findFirst()
                .flatMap(workspace::shape);
        return new NameScope(rule.name().text(), types, keys, on);
    }

    static Stream<StepSyntax> steps(RuleDeclaration rule) {
        return rule.clauses().stream().flatMap(clause -> {
            if (clause instanceof Clause.On on) {
                return Stream.of(on.step());
            }
            return clause instanceof Clause.Match match ? match.pattern().steps() : Stream.empty();
        });
    }

    /** A part that says its fields is a name of its own; any other is that field of all event types. */
    private static List<Symbol> meaning(
            Workspace workspace, KeyPartSyntax part, List<StepSyntax> steps, RuleDeclaration rule) {
        if (!part.fields().isEmpty()) {
            return List.of(new Symbol(Kind.KEY, rule.name().text(), part.name().text()));
        }
        return steps.stream()
                .map(step -> step.event().text())
                .distinct()
                .flatMap(type -> workspace.shape(type).stream())
                .flatMap(shape -> ExpressionNames.fieldOf(shape, part.name().text()).stream())
                .toList();
    }

    private void clause(Clause clause, NameScope scope) {
        if (clause instanceof Clause.By by) {
            by.parts().forEach(part -> key(part, scope));
        } else if (clause instanceof Clause.On on) {
            pattern(on.step(), scope);
        } else if (clause instanceof Clause.When when) {
            names.walk(when.condition(), scope);
        } else if (clause instanceof Clause.Match match) {
            pattern(match.pattern(), scope);
        } else if (clause instanceof Clause.Without without) {
            filtered(without.forbidden(), scope);
            names.step(without.from(), scope);
            names.step(without.to(), scope);
        } else if (clause instanceof Clause.SkipTo skip) {
            names.step(skip.step(), scope);
        } else if (clause instanceof Clause.Alert alert) {
            alert.message().forEach(piece -> {
                if (piece instanceof TemplatePart.Value value) {
                    names.walk(value.expression(), scope);
                }
            });
        } else if (clause instanceof Clause.Severity severity
                && Vocabulary.isSeverity(severity.level().text())) {
            names.add(
                    severity.level(), Symbol.of(Kind.SEVERITY, severity.level().text()));
        } else {
            action(clause, scope);
        }
    }

    private void action(Clause clause, NameScope scope) {
        if (clause instanceof Clause.Emit emit) {
            names.global(emit.event());
            Optional<Shape> shape = workspace.shape(emit.event().text());
            emit.values().forEach(value -> {
                names.field(value.field(), shape);
                names.walk(value.value(), scope);
            });
        } else if (clause instanceof Clause.Add add) {
            names.walk(add.value(), scope);
            names.global(add.list());
        } else if (clause instanceof Clause.Remove remove) {
            names.walk(remove.value(), scope);
            names.global(remove.list());
        } else if (clause instanceof Clause.Score score) {
            names.walk(score.points(), scope);
        }
    }

    private void key(KeyPartSyntax part, NameScope scope) {
        List<Symbol> meaning = scope.keys().getOrDefault(part.name().text(), List.of());
        meaning.forEach(symbol -> {
            if (symbol.kind() == Kind.KEY) {
                names.declare(part.name(), symbol);
            } else {
                names.add(part.name(), symbol);
            }
        });
        for (KeyPartSyntax.KeyField field : part.fields()) {
            names.global(field.event());
            names.field(field.field(), workspace.shape(field.event().text()));
        }
    }

    private void pattern(PatternSyntax pattern, NameScope scope) {
        if (pattern instanceof StepSyntax step) {
            step.name().ifPresent(name -> names.declare(name, new Symbol(Kind.STEP, scope.owner(), name.text())));
            names.global(step.event());
            NameScope inside = scope.withEvent(workspace.shape(step.event().text()));
            step.filter().ifPresent(filter -> names.walk(filter, inside));
            step.repeat().flatMap(repeat -> repeat.until()).ifPresent(until -> names.walk(until, inside));
        } else if (pattern instanceof Sequence sequence) {
            sequence.parts().stream().map(Part::body).forEach(body -> pattern(body, scope));
        } else if (pattern instanceof Negated negated) {
            negated.forbidden().forEach(forbidden -> filtered(forbidden, scope));
        } else if (pattern instanceof Group group) {
            group.members().forEach(member -> pattern(member, scope));
            group.repeat().flatMap(repeat -> repeat.until()).ifPresent(until -> names.walk(until, scope));
        }
    }

    private void filtered(FilteredSyntax filtered, NameScope scope) {
        names.global(filtered.event());
        filtered.filter()
                .ifPresent(filter -> names.walk(
                        filter, scope.withEvent(workspace.shape(filtered.event().text()))));
    }
}
