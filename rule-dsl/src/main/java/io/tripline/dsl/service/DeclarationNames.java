package io.tripline.dsl.service;

import io.tripline.dsl.service.Symbol.Kind;
import io.tripline.dsl.syntax.AssignmentSyntax;
import io.tripline.dsl.syntax.BranchSyntax;
import io.tripline.dsl.syntax.ColumnSyntax;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.Declaration.ListDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.FieldSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TestLine;
import io.tripline.dsl.syntax.TypeSyntax;
import io.tripline.dsl.syntax.ViewClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of each name in a file what it means. */
final class DeclarationNames {

    private final Workspace workspace;
    private final List<Occurrence> found = new ArrayList<>();
    private final ExpressionNames names;

    private DeclarationNames(Workspace workspace) {
        this.workspace = workspace;
        this.names = new ExpressionNames(workspace, found);
    }

    /** In the order of the text, where declarations and clauses allow it. */
    static List<Occurrence> in(Workspace workspace, OpenFile file) {
        DeclarationNames walker = new DeclarationNames(workspace);
        file.parsed().declarations().forEach(walker::declaration);
        return walker.found;
    }

    /** What a declaration defines; nothing for a test. */
    static Optional<Symbol> symbol(Declaration declaration) {
        return kind(declaration).map(kind -> Symbol.of(kind, declaration.name().text()));
    }

    private static Optional<Kind> kind(Declaration declaration) {
        if (declaration instanceof EventDeclaration) {
            return Optional.of(Kind.EVENT);
        } else if (declaration instanceof TableDeclaration) {
            return Optional.of(Kind.TABLE);
        } else if (declaration instanceof ListDeclaration) {
            return Optional.of(Kind.LIST);
        } else if (declaration instanceof LetDeclaration) {
            return Optional.of(Kind.LET);
        } else if (declaration instanceof ViewDeclaration) {
            return Optional.of(Kind.VIEW);
        } else if (declaration instanceof RuleDeclaration) {
            return Optional.of(Kind.RULE);
        } else if (declaration instanceof DecisionDeclaration) {
            return Optional.of(Kind.DECISION);
        }
        return Optional.empty();
    }

    private void declaration(Declaration declaration) {
        symbol(declaration).ifPresent(symbol -> names.declare(declaration.name(), symbol));
        if (declaration instanceof EventDeclaration event) {
            fields(event.name(), event.fields());
        } else if (declaration instanceof TableDeclaration table) {
            table.key()
                    .forEach(
                            key -> names.field(key, workspace.shape(table.name().text())));
            table.feeds().forEach(names::global);
            fields(table.name(), table.fields());
        } else if (declaration instanceof ListDeclaration list) {
            type(list.element(), list.name().text());
        } else if (declaration instanceof LetDeclaration let) {
            let.event().ifPresent(names::global);
            Optional<Shape> event = let.event().flatMap(name -> workspace.shape(name.text()));
            names.walk(let.value(), NameScope.outside().withEvent(event));
        } else if (declaration instanceof ViewDeclaration view) {
            view(view);
        } else if (declaration instanceof RuleDeclaration rule) {
            new RuleNames(workspace, names).rule(rule);
        } else if (declaration instanceof DecisionDeclaration decision) {
            decision(decision);
        } else if (declaration instanceof TestDeclaration test) {
            test(test);
        }
    }

    private void fields(Name owner, List<FieldSyntax> fields) {
        for (FieldSyntax field : fields) {
            names.declare(
                    field.name(),
                    new Symbol(Kind.FIELD, owner.text(), field.name().text()));
            type(field.type(), owner.text() + "." + field.name().text());
        }
    }

    private void type(TypeSyntax type, String owner) {
        if (type instanceof TypeSyntax.ListSyntax list) {
            type(list.element(), owner);
        } else if (type instanceof TypeSyntax.EnumSyntax enumType) {
            enumType.names().forEach(name -> names.declare(name, new Symbol(Kind.ENUM_NAME, owner, name.text())));
        } else if (type instanceof TypeSyntax.NamedType named
                && Vocabulary.isType(named.name().text())) {
            names.add(named.name(), Symbol.of(Kind.TYPE, named.name().text()));
        }
    }

    private void view(ViewDeclaration view) {
        Optional<Shape> rows = workspace.shape(view.name().text());
        Optional<Shape> source = view.clauses().stream()
                .filter(ViewClause.From.class::isInstance)
                .map(clause -> ((ViewClause.From) clause).source().event().text())
                .findFirst()
                .flatMap(workspace::shape);
        NameScope scope = new NameScope(view.name().text(), Map.of(), Map.of(), source);
        for (ViewClause clause : view.clauses()) {
            if (clause instanceof ViewClause.From from) {
                names.global(from.source().event());
                from.source().filter().ifPresent(filter -> names.walk(filter, scope));
                from.groups().forEach(group -> column(group, view, scope));
            } else if (clause instanceof ViewClause.Select select) {
                select.columns().forEach(column -> column(column, view, scope));
            } else if (clause instanceof ViewClause.Having having) {
                names.walk(having.condition(), scope.withEvent(rows));
            }
        }
    }

    private void column(ColumnSyntax column, ViewDeclaration view, NameScope scope) {
        names.walk(column.value(), scope);
        Optional<Name> name = column.name()
                .or(() -> column.value() instanceof Bare bare ? Optional.of(bare.name()) : Optional.empty());
        name.ifPresent(written ->
                names.declare(written, new Symbol(Kind.FIELD, view.name().text(), written.text())));
    }

    private void decision(DecisionDeclaration decision) {
        names.global(decision.event());
        Optional<Shape> event = workspace.shape(decision.event().text());
        decision.key().forEach(part -> names.field(part.name(), event));
        NameScope scope = new NameScope(decision.name().text(), Map.of(), Map.of(), event);
        for (BranchSyntax branch : decision.branches()) {
            branch.condition().ifPresent(condition -> names.walk(condition, scope));
        }
    }

    private void test(TestDeclaration test) {
        names.global(test.subject());
        for (TestLine line : test.lines()) {
            if (line instanceof TestLine.Given given) {
                names.global(given.type());
                values(given.values(), workspace.shape(given.type().text()));
            } else if (line instanceof TestLine.Expected expected) {
                names.global(expected.what());
                values(expected.values(), workspace.shape(expected.what().text()));
            } else if (line instanceof TestLine.Entry entry) {
                names.global(entry.list());
            }
        }
    }

    private void values(List<AssignmentSyntax> values, Optional<Shape> shape) {
        for (AssignmentSyntax value : values) {
            names.field(value.field(), shape);
            Optional<Symbol> field = shape.flatMap(
                    known -> ExpressionNames.fieldOf(known, value.field().text()));
            if (field.isPresent() && value.value() instanceof Bare bare) {
                names.enumName(bare.name(), field.get());
            }
        }
    }
}
