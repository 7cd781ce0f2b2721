package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what names mean at one place. An empty answer has been explained, or follows from something that was. */
final class ReferenceChecker {

    private static final Set<String> NOTHING = Set.of("null", "nil", "none", "missing");

    private final Scope scope;
    private final RuleContext context;

    ReferenceChecker(RuleContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** Whether a name that stands alone is a field or a part of the key here, or may be one that could not be read. */
    boolean isValue(Name name) {
        boolean field = scope.event()
                .map(event -> event.shape().map(shape -> shape.has(name.text())).orElse(true))
                .orElse(false);
        return field || scope.rule().key().containsKey(name.text());
    }

    /** Whether it is known what fields the event under test has, and so what the name is. */
    boolean isKnown(Name name) {
        return scope.rule().key().containsKey(name.text())
                || scope.event().map(event -> event.shape().isPresent()).orElse(true);
    }

    /** A name that stands alone. */
    Optional<Reference> bare(Name name) {
        if (scope.event().isPresent()) {
            Optional<EventShape> shape = scope.event().get().shape();
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            if (shape.get().has(name.text())) {
                return shape.get().field(name.text()).map(this::current);
            }
            if (!shape.get().complete()) {
                return Optional.empty();
            }
        }
        Optional<FieldType> keyType = scope.rule().key().get(name.text());
        if (keyType != null) {
            int part = scope.rule().keyPart(name.text());
            return keyType.map(type -> new Reference(new ExpressionPlan.KeyPart(part, type), false, true));
        }
        if (scope.view().isPresent() && scope.view().get().columns().containsKey(name.text())) {
            return scope.view().get().columns().get(name.text()).map(plan -> new Reference(plan, false, false));
        }
        if (scope.decides() && name.text().equals("score")) {
            return Optional.of(new Reference(new ExpressionPlan.TotalScore(), false, true));
        }
        boolean mayBeKey = scope.rule().inDoubt() || scope.rule().key().containsValue(Optional.empty());
        if (!mayBeKey || scope.event().isPresent()) {
            explainUnknown(name);
        }
        return Optional.empty();
    }

    private Reference current(FieldSchema field) {
        if (scope.takenAs().isPresent()) {
            int step = scope.takenAs().get().step();
            return new Reference(
                    scope.takenAs().get().previous()
                            ? new ExpressionPlan.PreviousStepField(step, field.index(), field.type())
                            : new ExpressionPlan.StepField(step, field.index(), field.type()),
                    field.optional(),
                    false);
        }
        return new Reference(
                new ExpressionPlan.CurrentField(field.index(), field.type()), field.optional(), !field.optional());
    }

    private void explainUnknown(Name name) {
        String text = name.text();
        if (scope.rule().events().mayBeUnread(text)) {
            // It may be the name of a `let` that could not be read.
            return;
        }
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            error(
                    DiagnosticCode.UNKNOWN_NAME,
                    name,
                    "a missing value is not written `" + text + "`",
                    Optional.of("write `is missing` or `is not missing`"));
        } else if (scope.rule().step(text).isPresent()) {
            error(
                    DiagnosticCode.UNKNOWN_NAME,
                    name,
                    "`" + text + "` is a step, not a value",
                    Optional.of("write which field of it: `" + text + "." + exampleField(text) + "`"));
        } else if (context.declared().kind(text).isPresent()) {
            error(
                    DiagnosticCode.UNKNOWN_NAME,
                    name,
                    "`" + text + "` is " + context.declared().kind(text).get() + ", not a value",
                    kindHint(text));
        } else if (scope.event().isPresent()) {
            EventShape shape = scope.event().get().shape().orElseThrow();
            error(
                    DiagnosticCode.UNKNOWN_FIELD,
                    name,
                    "`" + text + "` is not a field of " + shape.name(),
                    DidYouMean.hint(text, valuesAnd(context.lets().names())).or(shape::fieldsHint));
        } else {
            explainUnknownInMessage(name);
        }
    }

    private Optional<String> kindHint(String text) {
        if (context.declared().tables().containsKey(text)) {
            return Optional.of("look a row of it up: `" + text + "[…].field`");
        }
        return context.declared().lists().containsKey(text)
                ? Optional.of("ask whether something is on it: `… in " + text + "`")
                : Optional.empty();
    }

    private String exampleField(String step) {
        return scope.rule()
                .step(step)
                .flatMap(Step::shape)
                .flatMap(shape -> shape.fieldNames().stream().findFirst())
                .orElse("field");
    }

    private void explainUnknownInColumn(Name name, ViewNames view) {
        String text = name.text();
        boolean field = view.inside()
                .event()
                .flatMap(TestedEvent::shape)
                .filter(shape -> shape.has(text))
                .isPresent();
        error(
                DiagnosticCode.UNKNOWN_NAME,
                name,
                "`" + text + "` is neither a group nor an aggregate",
                field
                        ? Optional.of("group by it, `from … by " + text + "`, or say what to make of it: `last(" + text
                                + ")`")
                        : DidYouMean.hint(text, valuesAnd(context.lets().names())));
    }

    private void explainUnknownInMessage(Name name) {
        if (scope.view().isPresent()) {
            explainUnknownInColumn(name, scope.view().get());
            return;
        }
        String text = name.text();
        Optional<String> ofStep = scope.rule().steps().stream()
                .filter(step -> step.named()
                        && step.shape().filter(shape -> shape.has(text)).isPresent())
                .map(step -> "say of which step: `" + step.name() + "." + text + "`")
                .findFirst();
        error(
                DiagnosticCode.UNKNOWN_NAME,
                name,
                "`" + text + "` alone has no meaning here: only the parts of the key have",
                ofStep.or(() -> DidYouMean.hint(text, valuesAnd(context.lets().names()))));
    }

    /** What can stand alone here, and other names. */
    List<String> valuesAnd(Collection<String> others) {
        List<String> all = new ArrayList<>();
        scope.event().flatMap(TestedEvent::shape).ifPresent(shape -> all.addAll(shape.fieldNames()));
        all.addAll(scope.rule().key().keySet());
        scope.view().ifPresent(view -> all.addAll(view.columns().keySet()));
        if (scope.decides()) {
            all.add("score");
        }
        all.addAll(others);
        return all;
    }

    /** Whether there are fields here, one of which may have been meant. */
    boolean couldBeMisspelledField(Name name) {
        return DidYouMean.nearest(name.text(), valuesAnd(List.of())).isPresent();
    }

    /** {@code source.field}; a filter has been dealt with. */
    Optional<Reference> qualified(Qualified syntax, Name fieldName) {
        Name source = syntax.source();
        if (scope.isEventName(source.text())) {
            TestedEvent event = scope.event().orElseThrow();
            return event.shape().flatMap(shape -> field(shape, fieldName)).map(this::current);
        }
        if (!scope.aggregates()) {
            error(
                    DiagnosticCode.UNKNOWN_STEP,
                    source,
                    "`" + source.text() + "` cannot be used here: an aggregate sees only the events it is over",
                    Optional.empty());
            return Optional.empty();
        }
        Optional<Step> step = scope.rule().step(source.text());
        if (step.isEmpty()) {
            explainUnknownStep(source, fieldName);
            return Optional.empty();
        }
        if (!hasTaken(step.get())) {
            explainTooEarly(step.get(), source, Optional.of(fieldName));
            return Optional.empty();
        }
        int number = step.get().number();
        return step.get()
                .shape()
                .flatMap(shape -> field(shape, fieldName))
                .map(field -> new Reference(
                        new ExpressionPlan.StepField(number, field.index(), field.type()), field.optional(), false));
    }

    /** {@code prev(step.field)}. */
    Optional<ExpressionPlan> previous(Qualified syntax, Name fieldName) {
        return new LetUses(context, scope, this)
                .find(syntax)
                .map(let -> new LetUses(context, scope, this).value(let, syntax, true))
                .orElseGet(() -> qualified(syntax, fieldName)
                        .filter(reference -> reference.plan() instanceof ExpressionPlan.StepField)
                        .map(reference -> {
                            ExpressionPlan.StepField field = (ExpressionPlan.StepField) reference.plan();
                            return new ExpressionPlan.PreviousStepField(field.step(), field.field(), field.type());
                        }));
    }

    /** Whether the step can have taken an event where this expression stands. */
    boolean hasTaken(Step step) {
        boolean own = scope.ownStep().isPresent() && scope.ownStep().getAsInt() == step.number();
        return scope.taken().contains(step.number()) || own && step.repeated();
    }

    void explainTooEarly(Step step, Name where, Optional<Name> field) {
        boolean own = scope.ownStep().isPresent() && scope.ownStep().getAsInt() == step.number();
        if (own) {
            error(
                    DiagnosticCode.STEP_TOO_EARLY,
                    where,
                    "`" + step.name() + "` has taken no event yet when its own condition is looked at",
                    field.map(name -> "the fields of its own event stand alone: `" + name.text() + "`"));
        } else if (scope.ownStep().isPresent()
                && step.number() < scope.ownStep().getAsInt()) {
            error(
                    DiagnosticCode.STEP_TOO_EARLY,
                    where,
                    "`" + step.name() + "` is another alternative: it has taken no event when this step is looked at",
                    Optional.of("compare with a step before the brackets"));
        } else {
            error(
                    DiagnosticCode.STEP_TOO_EARLY,
                    where,
                    "`" + step.name() + "` comes later: nothing is known of it here",
                    Optional.of("compare in the condition of `" + step.name() + "`"));
        }
    }

    private Optional<FieldSchema> field(EventShape shape, Name name) {
        boolean mayBeComputed = scope.rule().events().mayBeUnread(name.text());
        if (!shape.has(name.text()) && shape.complete() && !mayBeComputed) {
            error(
                    DiagnosticCode.UNKNOWN_FIELD,
                    name,
                    "`" + name.text() + "` is not a field of " + shape.name(),
                    DidYouMean.hint(name.text(), fieldsAndComputed(shape)).or(shape::fieldsHint));
        }
        return shape.field(name.text());
    }

    private List<String> fieldsAndComputed(EventShape shape) {
        List<String> names = new ArrayList<>(shape.fieldNames());
        names.addAll(context.lets().computedOf(shape.name()));
        return names;
    }

    private void explainUnknownStep(Name source, Name field) {
        if (scope.rule().inDoubt()) {
            return;
        }
        List<String> known = new ArrayList<>(scope.rule().stepNames());
        scope.eventName().filter(name -> !known.contains(name)).ifPresent(known::add);
        if (scope.rule().events().has(source.text())) {
            explainEventType(source, field);
            return;
        }
        Optional<String> kind = context.declared().kind(source.text());
        if (kind.isPresent()) {
            boolean table = context.declared().tables().containsKey(source.text());
            error(
                    DiagnosticCode.UNKNOWN_STEP,
                    source,
                    "`" + source.text() + "` is " + kind.get() + ", not a step",
                    table
                            ? Optional.of("say which row of it: `" + source.text() + "[…]." + field.text() + "`")
                            : Optional.empty());
            return;
        }
        error(
                DiagnosticCode.UNKNOWN_STEP,
                source,
                "there is no step `" + source.text() + "`",
                DidYouMean.hint(source.text(), known)
                        .or(() -> known.isEmpty()
                                ? Optional.of("name the step: `" + source.text() + ": EventType`")
                                : Optional.of("steps are " + TypeWords.list(known))));
    }

    private void explainEventType(Name source, Name field) {
        String type = source.text();
        boolean isStep =
                scope.rule().steps().stream().anyMatch(step -> step.event().equals(type));
        String name = type.substring(0, type.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT);
        error(
                DiagnosticCode.UNKNOWN_STEP,
                source,
                "`" + type + "` is an event type, not a step",
                Optional.of(
                        isStep
                                ? "give the step a name, `" + name + ": " + type + "`, and use that"
                                : "aggregate over its events: `max(" + type + "." + field.text() + ") over 10m`"));
    }

    private void error(DiagnosticCode code, Name name, String message, Optional<String> hint) {
        context.unknown(code, name, message, hint);
    }
}
