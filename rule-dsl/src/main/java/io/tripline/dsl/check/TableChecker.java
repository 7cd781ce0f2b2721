package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks one table: its fields first, and what feeds it when all event types are known. */
final class TableChecker {

    private final TableDeclaration declaration;
    private final Diagnostics diagnostics;
    private final CompilerLimits limits;
    private final FieldsChecker fields;
    private final List<Optional<FieldSchema>> key = new ArrayList<>();
    private boolean valid;

    TableChecker(TableDeclaration declaration, Diagnostics diagnostics, CompilerLimits limits) {
        this.declaration = declaration;
        this.diagnostics = diagnostics;
        this.limits = limits;
        this.fields = new FieldsChecker(FieldsChecker.Owner.TABLE, declaration.name(), diagnostics);
    }

    /** What its fields are, whether or not something is wrong with it. */
    TableShape shape() {
        fields.check(declaration.fields(), limits.fields());
        valid = fields.valid() && !declaration.damaged();
        EventShape row = new EventShape(declaration.name().text(), fields.shape(), !declaration.damaged());
        Set<String> seen = new HashSet<>();
        for (Name part : declaration.key()) {
            if (!seen.add(part.text())) {
                error(
                        DiagnosticCode.DUPLICATE_NAME,
                        part.span(),
                        "`" + part.text() + "` is in the key already",
                        Optional.empty());
            } else {
                key.add(keyField(part, row));
            }
        }
        if (key.size() > limits.keyParts()) {
            error(
                    DiagnosticCode.TOO_LARGE,
                    declaration.key().get(limits.keyParts()).span(),
                    "a key can have " + limits.keyParts() + " parts at most",
                    Optional.empty());
        }
        valid &= DurationRange.checkExpiry(declaration.expiry(), diagnostics, limits);
        return new TableShape(row, key);
    }

    private Optional<FieldSchema> keyField(Name part, EventShape row) {
        Optional<FieldSchema> field = row.field(part.text());
        if (!row.has(part.text())) {
            if (row.complete()) {
                error(
                        DiagnosticCode.BAD_KEY,
                        part.span(),
                        "`" + part.text() + "` is not a field of " + row.name(),
                        DidYouMean.hint(part.text(), row.fieldNames()).or(row::fieldsHint));
            }
        } else if (field.isPresent() && !TypeWords.isKey(field.get().type())) {
            error(
                    DiagnosticCode.BAD_KEY,
                    part.span(),
                    "`" + part.text() + "` is " + TypeWords.a(field.get().type()) + ", which cannot be a key",
                    Optional.empty());
        } else if (field.isPresent() && field.get().optional()) {
            error(
                    DiagnosticCode.BAD_KEY,
                    part.span(),
                    "`" + part.text() + "` is optional, and every row has a key",
                    Optional.of("leave out the `?` behind its type"));
        }
        return field;
    }

    /** The plan; empty when something is wrong. Event types and views are known by now. */
    Optional<TablePlan> plan(RuleContext context) {
        for (Name feed : declaration.feeds()) {
            context.touch(feed).ifPresentOrElse(event -> checkFeed(feed, event), () -> valid = false);
        }
        if (!valid || key.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new TablePlan(
                declaration.name().text(),
                fields.fields(),
                key.stream().map(field -> field.orElseThrow().index()).toList(),
                fields.timeField(),
                declaration.feeds().stream().map(Name::text).distinct().toList(),
                declaration
                        .expiry()
                        .map(DurationValue::nanos)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                declaration.span()));
    }

    private void checkFeed(Name feed, EventShape event) {
        for (FieldSchema field : fields.fields()) {
            Optional<FieldSchema> source = event.field(field.name());
            boolean inKey = key.contains(Optional.of(field));
            if (source.isPresent() && !source.get().type().equals(field.type())) {
                error(
                        DiagnosticCode.WRONG_TYPE,
                        feed.span(),
                        "`" + field.name() + "` is " + TypeWords.a(source.get().type()) + " in " + event.name()
                                + " and " + TypeWords.a(field.type()) + " in this table",
                        Optional.of("give it one type, or another name"));
                return;
            }
            if (inKey && !event.has(field.name()) && event.complete()) {
                error(
                        DiagnosticCode.BAD_KEY,
                        feed.span(),
                        event.name() + " has no `" + field.name() + "`, so it is not known which row it is about",
                        Optional.of("events that feed a table have the fields of its key"));
                return;
            }
        }
        boolean tells = fields.fields().stream()
                .anyMatch(field -> !key.contains(Optional.of(field)) && event.has(field.name()));
        if (!tells && event.complete() && fields.fields().size() > key.size()) {
            error(
                    DiagnosticCode.BAD_KEY,
                    feed.span(),
                    event.name() + " has none of the fields of this table but its key",
                    event.fieldsHint());
        }
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        valid = false;
        diagnostics.error(code, span, message, hint);
    }
}
