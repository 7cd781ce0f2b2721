package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ColumnSyntax;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TextLine;
import io.tripline.dsl.syntax.ViewClause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks one view: where its rows come from, over which window, what they say. */
final class ViewChecker {

    /** What every row has besides groups and columns. */
    private static final List<String> OWN_FIELDS = List.of("window_start", "window_end", "revision");

    /**
     * What is known of a view.
     *
     * @param row its rows, as rules see them, whether or not something is wrong with it
     */
    record CheckedView(EventShape row, Optional<ViewPlan> plan) {}

    private record Column(Name name, ExpressionPlan value, boolean present) {}

    private final ViewDeclaration view;
    private final RuleContext context;
    private final ViewClauses clauses;
    private final Map<String, Name> taken = new LinkedHashMap<>();
    private boolean valid = true;

    ViewChecker(ViewDeclaration view, RuleContext context) {
        this.view = view;
        this.context = context;
        this.clauses = ViewClauses.of(view, context.diagnostics());
    }

    /**
     * The view.
     *
     * @param schemas of the event types and views that are free of errors
     * @param contents by name, what versions are made of
     */
    CheckedView check(Map<String, EventSchema> schemas, Map<String, List<String>> contents) {
        Optional<ViewClause.From> from = clauses.find(ViewClause.From.class);
        Optional<ViewPlan.Window> window =
                clauses.find(ViewClause.Window.class).flatMap(clause -> new ViewWindowChecker(context).check(clause));
        if (from.isEmpty()) {
            return new CheckedView(unknownRow(), Optional.empty());
        }
        Name source = from.get().source().event();
        Optional<EventShape> shape = context.touch(source);
        Scope inside = Scope.ofEvent(context.declared().events(), new TestedEvent(source.text(), shape));
        Optional<ExpressionSyntax> filter = from.get().source().filter();
        Optional<ExpressionPlan> condition =
                filter.flatMap(syntax -> ExpressionChecker.condition(context, inside, syntax));
        List<Column> groups = groups(from.get(), inside, shape);
        ViewNames names = new ViewNames(inside);
        Scope columnScope =
                Scope.ofView(context.declared().events(), names, groupTypes(groups), clauses.inDoubt() || !valid);
        List<Column> columns = columns(columnScope, names, groups);
        Optional<ViewClause.Having> having = clauses.find(ViewClause.Having.class);
        Optional<ExpressionPlan> havingPlan =
                having.flatMap(clause -> ExpressionChecker.condition(context, columnScope, clause.condition()));
        if (names.aggregates().size() > context.limits().features()) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    view.name().span(),
                    "a view can have " + context.limits().features() + " different aggregates at most",
                    Optional.empty());
        }
        valid &= shape.isPresent()
                && window.isPresent()
                && !clauses.inDoubt()
                && filter.isPresent() == condition.isPresent()
                && having.isPresent() == havingPlan.isPresent()
                && contents.keySet().containsAll(context.used());
        if (!valid) {
            return new CheckedView(unknownRow(), Optional.empty());
        }
        EventSchema row = row(groups, columns, schemas.get(source.text()).lateAfterNanos());
        ViewPlan plan = new ViewPlan(
                view.name().text(),
                view.title().map(TextLine::text).orElse(view.name().text()),
                RuleVersion.of(view.tokens(), context.used(), contents),
                new EventFilter(source.text(), condition),
                groups.stream()
                        .map(group -> new ViewPlan.Group(group.name().text(), group.value()))
                        .toList(),
                window.get(),
                names.allAggregates(),
                columns.stream()
                        .map(column -> new ViewPlan.Column(column.name().text(), column.value()))
                        .toList(),
                havingPlan,
                row,
                view.span());
        return new CheckedView(shape(row), Optional.of(plan));
    }

    private EventShape unknownRow() {
        return new EventShape(view.name().text(), Map.of(), false);
    }

    private static EventShape shape(EventSchema row) {
        Map<String, Optional<FieldSchema>> fields = new LinkedHashMap<>();
        row.fields().forEach(field -> fields.put(field.name(), Optional.of(field)));
        return new EventShape(row.name(), fields, true);
    }

    private List<Column> groups(ViewClause.From from, Scope inside, Optional<EventShape> shape) {
        List<Column> groups = new ArrayList<>();
        for (ColumnSyntax syntax : from.groups()) {
            Optional<Name> name = syntax.name()
                    .or(() -> syntax.value() instanceof ExpressionSyntax.Bare bare
                            ? Optional.of(bare.name())
                            : Optional.empty());
            if (name.isEmpty()) {
                error(
                        DiagnosticCode.MISSING_CLAUSE,
                        syntax.span(),
                        "this group has no name",
                        Optional.of("give it one: `… as name`"));
                continue;
            }
            Optional<ExpressionPlan> value = ExpressionChecker.shown(context, inside, syntax.value());
            boolean free = isFree(name.get());
            valid &= value.isPresent();
            if (value.isPresent() && free) {
                if (!TypeWords.isKey(value.get().type())) {
                    error(
                            DiagnosticCode.BAD_KEY,
                            syntax.span(),
                            "rows cannot be grouped by "
                                    + TypeWords.a(value.get().type()),
                            Optional.empty());
                }
                boolean present = shape.filter(known -> Presence.ofEvent(value.get(), known))
                        .isPresent();
                groups.add(new Column(name.get(), value.get(), present));
            }
        }
        if (groups.size() > context.limits().keyParts()) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    view.name().span(),
                    "rows can be grouped by " + context.limits().keyParts() + " values at most",
                    Optional.empty());
        }
        return groups;
    }

    private static Map<String, Optional<FieldType>> groupTypes(List<Column> groups) {
        Map<String, Optional<FieldType>> types = new LinkedHashMap<>();
        groups.forEach(group ->
                types.put(group.name().text(), Optional.of(group.value().type())));
        return types;
    }

    private List<Column> columns(Scope scope, ViewNames names, List<Column> groups) {
        List<Column> columns = new ArrayList<>();
        Optional<EventShape> source = names.inside().event().flatMap(TestedEvent::shape);
        for (ColumnSyntax syntax : clauses.find(ViewClause.Select.class)
                .map(ViewClause.Select::columns)
                .orElse(List.of())) {
            Name name = syntax.name().orElseThrow();
            Optional<ExpressionPlan> value = ExpressionChecker.shown(context, scope, syntax.value());
            valid &= value.isPresent();
            if (isFree(name)) {
                names.columns().put(name.text(), value);
                value.ifPresent(plan -> columns.add(new Column(
                        name,
                        plan,
                        source.filter(shape -> Presence.ofRow(
                                        plan,
                                        names.allAggregates(),
                                        groups.stream().map(Column::present).toList(),
                                        shape))
                                .isPresent())));
            }
        }
        return columns;
    }

    private boolean isFree(Name name) {
        Name first = taken.putIfAbsent(name.text(), name);
        if (first != null || OWN_FIELDS.contains(name.text()) || name.text().equals(FieldsChecker.RESERVED)) {
            error(
                    DiagnosticCode.DUPLICATE_NAME,
                    name.span(),
                    first != null
                            ? "a row has a `" + name.text() + "` already"
                            : "`" + name.text() + "` is what every row has anyway",
                    Optional.of("give it another name with `as`"));
            return false;
        }
        return true;
    }

    private EventSchema row(List<Column> groups, List<Column> columns, long lateAfterNanos) {
        List<FieldSchema> fields = new ArrayList<>();
        for (List<Column> part : List.of(groups, columns)) {
            for (Column column : part) {
                fields.add(new FieldSchema(
                        fields.size(), column.name().text(), column.value().type(), !column.present()));
            }
        }
        fields.add(new FieldSchema(fields.size(), "window_start", Scalar.TIMESTAMP, false));
        int end = fields.size();
        fields.add(new FieldSchema(end, "window_end", Scalar.TIMESTAMP, false));
        fields.add(new FieldSchema(fields.size(), "revision", Scalar.INT, false));
        return new EventSchema(view.name().text(), fields, OptionalInt.empty(), end, lateAfterNanos);
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        valid = false;
        context.diagnostics().error(code, span, message, hint);
    }

    /** Words that somebody has written in the place of one of these. */
    static Optional<String> hint(String written, List<String> allowed, String many) {
        return DidYouMean.hint(written, allowed).or(() -> Optional.of(many + " are " + TypeWords.list(allowed)));
    }
}
