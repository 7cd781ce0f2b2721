package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Customer[customer].tier}: a field of the row with this key. */
final class TableLookup {

    private final RuleContext context;
    private final Scope scope;

    TableLookup(RuleContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** Whether this looks like a row of a table. */
    boolean isLookup(Qualified syntax) {
        return context.declared().tables().containsKey(syntax.source().text())
                && !syntax.brackets().isEmpty();
    }

    /** The field that is named; of the row itself, what tells whether there is one. */
    Optional<ExpressionPlan> check(Qualified syntax, boolean rowItself) {
        Optional<TableShape> found = context.declared().table(syntax.source(), context);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TableShape table = found.get();
        Optional<List<ExpressionPlan>> key = key(syntax, table);
        if (syntax.field().isEmpty() && !rowItself) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_ARGUMENT,
                            syntax.span(),
                            "this is a row, not a value",
                            "say which field of it: `" + table.name() + "[…]."
                                    + table.row().fieldNames().stream()
                                            .findFirst()
                                            .orElse("field") + "`");
            return Optional.empty();
        }
        Optional<FieldSchema> field = syntax.field().isPresent()
                ? field(table, syntax.field().get())
                : table.key().get(0);
        return key.isPresent() && field.isPresent()
                ? Optional.of(new ExpressionPlan.TableField(
                        table.name(),
                        key.get(),
                        field.get().index(),
                        field.get().type()))
                : Optional.empty();
    }

    private Optional<FieldSchema> field(TableShape table, Name name) {
        if (!table.row().has(name.text()) && table.row().complete()) {
            context.unknown(
                    DiagnosticCode.UNKNOWN_FIELD,
                    name,
                    "`" + name.text() + "` is not a field of " + table.name(),
                    DidYouMean.hint(name.text(), table.row().fieldNames()).or(table.row()::fieldsHint));
        }
        return table.row().field(name.text());
    }

    private Optional<List<ExpressionPlan>> key(Qualified syntax, TableShape table) {
        if (syntax.brackets().size() != table.key().size()) {
            int parts = table.key().size();
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_ARGUMENT,
                            syntax.span(),
                            "the key of " + table.name() + " has " + parts + (parts == 1 ? " part" : " parts")
                                    + ", and here "
                                    + (syntax.brackets().size() == 1
                                            ? "is 1"
                                            : "are " + syntax.brackets().size()));
            return Optional.empty();
        }
        List<ExpressionPlan> key = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            Optional<FieldSchema> part = table.key().get(i);
            if (part.isPresent()) {
                ExpressionChecker.fitting(
                                context,
                                scope,
                                syntax.brackets().get(i),
                                part.get().type())
                        .ifPresent(key::add);
            }
        }
        return key.size() == table.key().size() ? Optional.of(key) : Optional.empty();
    }
}
