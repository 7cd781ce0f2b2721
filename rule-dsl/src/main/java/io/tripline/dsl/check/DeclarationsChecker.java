package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.check.EventChecker.CheckedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.Declaration.ListDeclaration;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Checks what rules are made of: event types, tables, lists, lets and views. */
final class DeclarationsChecker {

    private final List<Declaration> declarations;
    private final Diagnostics diagnostics;
    private final CompilerLimits limits;
    private final Set<String> definedTwice;
    private final TreeMap<String, EventShape> shapes = new TreeMap<>();
    private final TreeMap<String, EventSchema> schemas = new TreeMap<>();
    private final Map<String, EventSchema> schemasAndRows = new HashMap<>();
    private final Map<String, List<String>> contents = new HashMap<>();
    private final List<TablePlan> tables = new ArrayList<>();
    private final List<ListPlan> lists = new ArrayList<>();
    private final List<ViewPlan> views = new ArrayList<>();
    private final Map<String, Name> names = new HashMap<>();
    private final Declared declared;
    private final OnDemand onDemand;

    DeclarationsChecker(
            List<ParsedFile> files, List<Declaration> declarations, Diagnostics diagnostics, CompilerLimits limits) {
        this.declarations = declarations;
        this.diagnostics = diagnostics;
        this.limits = limits;
        this.definedTwice = UniqueNames.definedTwice(declarations, diagnostics);
        this.onDemand = new OnDemand(this::explainCircle, this::explainDepth);
        Set<String> unreadNames = new HashSet<>();
        files.forEach(file -> unreadNames.addAll(file.unreadNames()));
        this.declared = new Declared(
                new EventTypes(shapes, unreadNames, files.stream().anyMatch(ParsedFile::nameLost)), onDemand);
    }

    Declared declared() {
        return declared;
    }

    /** By name, what each declaration without errors says: what versions are made of. */
    Map<String, List<String>> contents() {
        return contents;
    }

    List<EventSchema> events() {
        return List.copyOf(schemas.values());
    }

    List<TablePlan> tables() {
        tables.sort(Comparator.comparing(TablePlan::name));
        return tables;
    }

    List<ListPlan> lists() {
        lists.sort(Comparator.comparing(ListPlan::name));
        return lists;
    }

    List<ViewPlan> views() {
        views.sort(Comparator.comparing(ViewPlan::name));
        return views;
    }

    void check() {
        Map<TableDeclaration, TableChecker> tableCheckers = new LinkedHashMap<>();
        List<Declaration> made = new ArrayList<>();
        for (Declaration declaration : declarations) {
            declared.kind(declaration.name().text(), UniqueNames.kind(declaration));
            if (declaration instanceof EventDeclaration event) {
                event(event);
            } else if (declaration instanceof ListDeclaration list) {
                list(list);
            } else if (declaration instanceof TableDeclaration table) {
                TableChecker checker = new TableChecker(table, diagnostics, limits);
                declared.tables().putIfAbsent(table.name().text(), checker.shape());
                tableCheckers.put(table, checker);
            } else if (declaration instanceof LetDeclaration || declaration instanceof ViewDeclaration) {
                made.add(declaration);
            }
        }
        for (Declaration declaration : made) {
            names.putIfAbsent(declaration.name().text(), declaration.name());
            if (declaration instanceof LetDeclaration let) {
                declared.lets().declare(let);
                onDemand.add(let.name().text(), () -> let(let));
            } else if (declaration instanceof ViewDeclaration view) {
                // Until it is checked, its rows may have any field.
                shapes.putIfAbsent(
                        view.name().text(), new EventShape(view.name().text(), Map.of(), false));
                onDemand.add(view.name().text(), () -> view(view));
            }
        }
        DeclarationOrder.of(made)
                .forEach(declaration -> onDemand.ensure(declaration.name().text()));
        tableCheckers.forEach((declaration, checker) -> checker.plan(context()).ifPresent(plan -> {
            tables.add(plan);
            contents.put(plan.name(), declaration.tokens());
        }));
    }

    /** For one more declaration. */
    RuleContext context() {
        return new RuleContext(declared, diagnostics, limits);
    }

    private void event(EventDeclaration event) {
        CheckedEvent checked = EventChecker.check(event, diagnostics, limits);
        EventShape shape = checked.shape();
        // Which of two was meant is not known, so nothing is said about fields that the one has not.
        boolean complete = shape.complete() && !definedTwice.contains(shape.name());
        shapes.putIfAbsent(shape.name(), new EventShape(shape.name(), shape.fields(), complete));
        checked.timeField().ifPresent(field -> declared.timeField(shape.name(), field));
        checked.schema().ifPresent(schema -> {
            schemas.putIfAbsent(schema.name(), schema);
            schemasAndRows.putIfAbsent(schema.name(), schema);
            contents.putIfAbsent(schema.name(), RuleVersion.content(schema));
        });
    }

    private void list(ListDeclaration list) {
        String name = list.name().text();
        Optional<FieldType> element = new TypeChecker(diagnostics).check(list.element());
        if (element.isPresent() && !TypeWords.isKey(element.get())) {
            diagnostics.error(
                    DiagnosticCode.WRONG_TYPE,
                    list.element().span(),
                    TypeWords.a(element.get()) + " cannot be on a list");
            element = Optional.empty();
        }
        declared.lists().putIfAbsent(name, new ListShape(name, element));
        boolean expiryFits = DurationRange.checkExpiry(list.expiry(), diagnostics, limits);
        if (element.isPresent() && expiryFits && !list.damaged()) {
            OptionalLong expiryNanos = list.expiry()
                    .map(DurationValue::nanos)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
            lists.add(new ListPlan(name, element.get(), expiryNanos, list.span()));
            contents.putIfAbsent(name, list.tokens());
        }
    }

    private void let(LetDeclaration let) {
        LetChecker.check(let, context());
        declared.lets()
                .size(let.name().text())
                .ifPresent(size -> contents.put(let.name().text(), let.tokens()));
    }

    private void view(ViewDeclaration view) {
        String name = view.name().text();
        ViewChecker.CheckedView checked = new ViewChecker(view, context()).check(schemasAndRows, contents);
        boolean complete = checked.row().complete() && !definedTwice.contains(name);
        shapes.put(name, new EventShape(name, checked.row().fields(), complete));
        checked.plan().ifPresent(plan -> {
            views.add(plan);
            schemasAndRows.put(name, plan.row());
            contents.put(name, List.of("view " + plan.version()));
            declared.timeField(name, "window_end");
        });
    }

    private void explainCircle(List<String> cycle) {
        String first = cycle.get(0);
        String path =
                String.join(" → ", cycle.stream().map(name -> "`" + name + "`").toList());
        diagnostics.error(
                DiagnosticCode.CIRCULAR,
                names.get(first).span(),
                "`" + first + "` is made of itself" + (cycle.size() > 2 ? ": " + path : ""));
    }

    private void explainDepth(String name) {
        diagnostics.error(
                DiagnosticCode.TOO_LARGE, names.get(name).span(), "too many declarations are made of each other here");
    }
}
