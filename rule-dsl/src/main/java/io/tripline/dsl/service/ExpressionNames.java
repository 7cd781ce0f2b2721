package io.tripline.dsl.service;

import io.tripline.dsl.service.Symbol.Kind;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import io.tripline.dsl.syntax.ExpressionSyntax.Comparison;
import io.tripline.dsl.syntax.ExpressionSyntax.InList;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import io.tripline.dsl.syntax.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says of each name in an expression what it means. Names that mean nothing are left out. */
final class ExpressionNames {

    private final Workspace workspace;
    private final Map<String, Symbol> globals;
    private final List<Occurrence> found;

    ExpressionNames(Workspace workspace, List<Occurrence> found) {
        this.workspace = workspace;
        this.found = found;
        this.globals = new TreeMap<>();
        workspace.declarations().forEach(declaration -> DeclarationNames.symbol(declaration)
                .ifPresent(symbol -> globals.putIfAbsent(symbol.name(), symbol)));
    }

    void walk(ExpressionSyntax expression, NameScope scope) {
        if (expression instanceof Bare bare) {
            bare(bare.name(), scope);
        } else if (expression instanceof Qualified qualified) {
            qualified(qualified, scope);
        } else if (expression instanceof Call call) {
            call(call, scope);
        } else {
            expression.operands().forEach(operand -> walk(operand, scope));
            enumNames(expression, scope);
        }
    }

    /** A name known in the whole rule set. */
    void global(Name name) {
        Optional.ofNullable(globals.get(name.text())).ifPresent(symbol -> add(name, symbol));
    }

    /** A name of a field, of what has fields. */
    void field(Name name, Optional<Shape> shape) {
        shape.flatMap(known -> fieldOf(known, name.text())).ifPresent(symbol -> add(name, symbol));
    }

    void step(Name name, NameScope scope) {
        if (scope.steps().containsKey(name.text())) {
            add(name, new Symbol(Kind.STEP, scope.owner(), name.text()));
        }
    }

    void add(Name name, Symbol symbol) {
        found.add(new Occurrence(name.span(), symbol, false));
    }

    void declare(Name name, Symbol symbol) {
        found.add(new Occurrence(name.span(), symbol, true));
    }

    static Optional<Symbol> fieldOf(Shape shape, String name) {
        return shape.field(name).map(field -> new Symbol(Kind.FIELD, shape.name(), name));
    }

    private void bare(Name name, NameScope scope) {
        Optional<Symbol> field = scope.event().flatMap(shape -> fieldOf(shape, name.text()));
        if (field.isPresent()) {
            add(name, field.get());
        } else if (scope.keys().containsKey(name.text())) {
            scope.keys().get(name.text()).forEach(symbol -> add(name, symbol));
        } else if (scope.steps().containsKey(name.text())) {
            step(name, scope);
        } else {
            global(name);
        }
    }

    private void qualified(Qualified qualified, NameScope scope) {
        Name source = qualified.source();
        String stepType = scope.steps().get(source.text());
        Optional<Shape> shape = workspace.shape(stepType == null ? source.text() : stepType);
        if (stepType == null) {
            global(source);
        } else {
            step(source, scope);
        }
        boolean table = shape.filter(known -> known.kind() == Shape.Kind.TABLE).isPresent();
        NameScope inside = table ? scope : scope.withEvent(shape);
        qualified.brackets().forEach(bracket -> walk(bracket, inside));
        qualified.field().ifPresent(field -> field(field, shape));
    }

    private void call(Call call, NameScope scope) {
        if (Vocabulary.isFunction(call.function().text())) {
            add(call.function(), Symbol.of(Kind.FUNCTION, call.function().text()));
        }
        for (ExpressionSyntax argument : call.arguments()) {
            if (argument instanceof Bare bare && isSource(bare.name().text(), scope)) {
                source(bare.name(), scope);
            } else {
                walk(argument, scope);
            }
        }
        Optional<Shape> source = call.arguments().stream()
                .flatMap(argument -> sourceIn(argument).stream())
                .findFirst()
                .flatMap(workspace::shape);
        call.ownKey().forEach(part -> {
            field(part.field(), source);
            part.value().ifPresent(value -> walk(value, scope));
        });
    }

    private boolean isSource(String name, NameScope scope) {
        return scope.steps().containsKey(name) || workspace.shape(name).isPresent();
    }

    private void source(Name name, NameScope scope) {
        if (scope.steps().containsKey(name.text())) {
            step(name, scope);
        } else {
            global(name);
        }
    }

    private static Optional<String> sourceIn(ExpressionSyntax expression) {
        if (expression instanceof Qualified qualified) {
            return Optional.of(qualified.source().text());
        }
        if (expression instanceof Bare bare) {
            return Optional.of(bare.name().text());
        }
        return expression.operands().stream()
                .flatMap(operand -> sourceIn(operand).stream())
                .findFirst();
    }

    /** A name that is compared with a field of an enum is one of the enum's, if it is nothing else. */
    private void enumNames(ExpressionSyntax expression, NameScope scope) {
        List<ExpressionSyntax> sides;
        if (expression instanceof Comparison comparison) {
            sides = List.of(comparison.left(), comparison.right());
        } else if (expression instanceof InList list) {
            sides = list.operands();
        } else {
            return;
        }
        Optional<Symbol> field =
                sides.stream().flatMap(side -> fieldIn(side, scope).stream()).findFirst();
        if (field.isEmpty()) {
            return;
        }
        for (ExpressionSyntax side : sides) {
            if (side instanceof Bare bare
                    && found.stream().noneMatch(known -> known.span().equals(bare.span()))) {
                enumName(bare.name(), field.get());
            }
        }
    }

    void enumName(Name name, Symbol field) {
        boolean known = workspace.shape(field.owner()).stream()
                .flatMap(shape -> shape.field(field.name()).stream())
                .flatMap(declared -> declared.names().stream())
                .anyMatch(declared -> declared.text().equals(name.text()));
        if (known) {
            add(name, new Symbol(Kind.ENUM_NAME, field.owner() + "." + field.name(), name.text()));
        }
    }

    private Optional<Symbol> fieldIn(ExpressionSyntax side, NameScope scope) {
        if (side instanceof Bare bare) {
            return scope.event().flatMap(shape -> fieldOf(shape, bare.name().text()));
        }
        if (side instanceof Qualified qualified && qualified.field().isPresent()) {
            String source = qualified.source().text();
            return workspace
                    .shape(scope.steps().getOrDefault(source, source))
                    .flatMap(shape -> fieldOf(shape, qualified.field().get().text()));
        }
        return Optional.empty();
    }
}
