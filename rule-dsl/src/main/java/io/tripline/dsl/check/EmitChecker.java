package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.ActionPlan.FieldValue;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.syntax.AssignmentSyntax;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code emit Suspicion { user: t.user }}: an event that a rule makes. */
final class EmitChecker {

    private final RuleContext context;
    private final Scope scope;

    EmitChecker(RuleContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    Optional<ActionPlan.Emit> check(Clause.Emit emit) {
        Optional<EventShape> shape = context.touch(emit.event());
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        String name = emit.event().text();
        if (context.declared().kind(name).filter("a view"::equals).isPresent()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.UNKNOWN_EVENT,
                            emit.event().span(),
                            "`" + name + "` is a view: its rows are made of events, not by rules",
                            "declare an event type of its own");
            return Optional.empty();
        }
        Set<String> given = new HashSet<>();
        List<FieldValue> values = new ArrayList<>();
        for (AssignmentSyntax assignment : emit.values()) {
            if (isNew(context, shape.get(), assignment.field(), given)) {
                shape.get()
                        .field(assignment.field().text())
                        .flatMap(field -> ExpressionChecker.fitting(context, scope, assignment.value(), field.type())
                                .map(value -> new FieldValue(field.index(), value)))
                        .ifPresent(values::add);
            }
        }
        boolean complete = isComplete(emit, shape.get(), given);
        return complete && values.size() == emit.values().size()
                ? Optional.of(new ActionPlan.Emit(name, values))
                : Optional.empty();
    }

    /** Whether this is a field, and given here for the first time; if not, that is reported. */
    static boolean isNew(RuleContext context, EventShape shape, Name field, Set<String> given) {
        if (!shape.has(field.text())) {
            if (shape.complete()) {
                context.unknown(
                        DiagnosticCode.UNKNOWN_FIELD,
                        field,
                        "`" + field.text() + "` is not a field of " + shape.name(),
                        DidYouMean.hint(field.text(), shape.fieldNames()).or(shape::fieldsHint));
                // It may have been meant to be one that now seems to be missing.
                DidYouMean.nearest(field.text(), shape.fieldNames()).ifPresent(given::add);
            }
            return false;
        }
        if (!given.add(field.text())) {
            context.diagnostics()
                    .error(DiagnosticCode.DUPLICATE_NAME, field.span(), "`" + field.text() + "` has a value already");
            return false;
        }
        return true;
    }

    private boolean isComplete(Clause.Emit emit, EventShape shape, Set<String> given) {
        Optional<String> time = context.declared().timeField(shape.name());
        if (!shape.complete() || time.isEmpty()) {
            // Which fields there are, or which of them is the time, is not known.
            return true;
        }
        List<String> missing = shape.fields().values().stream()
                .flatMap(Optional::stream)
                .filter(field -> !field.optional() && !given.contains(field.name()))
                .map(FieldSchema::name)
                .filter(field -> time.filter(field::equals).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.MISSING_CLAUSE,
                            emit.event().span(),
                            "every " + shape.name() + " has " + (missing.size() == 1 ? "a value" : "values") + " of "
                                    + TypeWords.list(missing.stream()
                                            .map(field -> "`" + field + "`")
                                            .toList()),
                            "add `" + missing.get(0) + ": …`");
        }
        return missing.isEmpty();
    }
}
