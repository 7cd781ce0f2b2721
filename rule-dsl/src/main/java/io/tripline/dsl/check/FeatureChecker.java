package io.tripline.dsl.check;

import io.tripline.dsl.check.AggregateChecker.Aggregate;
import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.FeaturePlan.OwnKey;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.OwnKeyPart;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sum(Transaction[ok].amount by payee == t.payer) over 1h}: an aggregate over a window. */
final class FeatureChecker {

    private final RuleContext context;
    private final Scope scope;

    FeatureChecker(RuleContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    Optional<ExpressionPlan> check(Aggregate aggregate) {
        String source = aggregate.source().text();
        boolean hasOwnKey = !aggregate.call().ownKey().isEmpty();
        Optional<EventShape> shape =
                hasOwnKey ? context.lookAtByOtherKey(aggregate.source()) : context.lookAt(aggregate.source());
        Scope inside = Scope.ofAggregate(scope.rule(), source, new TestedEvent(source, shape));
        Optional<FeaturePlan.Window> window =
                new WindowChecker(context).check(aggregate.call().window().orElseThrow());
        Optional<ExpressionPlan> condition =
                aggregate.filter().flatMap(syntax -> ExpressionChecker.condition(context, inside, syntax));
        Optional<AggregateArgument> argument = AggregateChecker.argument(context, inside, aggregate);
        Optional<OwnKey> ownKey = shape.flatMap(known -> ownKey(aggregate, known));
        if (shape.isEmpty()
                || window.isEmpty()
                || aggregate.filter().isPresent() != condition.isPresent()
                || argument.isEmpty()
                || hasOwnKey != ownKey.isPresent()) {
            return Optional.empty();
        }
        int index = context.features()
                .indexOf(new FeaturePlan(
                        aggregate.function(),
                        new EventFilter(source, condition),
                        argument.get().value(),
                        argument.get().parameter(),
                        window.get(),
                        ownKey,
                        aggregate.call().window().orElseThrow().beforeThis(),
                        argument.get().resultType()));
        if (index == context.limits().features()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.TOO_LARGE,
                            aggregate.call().span(),
                            "a rule can have " + index + " different windows at most");
        }
        return Optional.of(new ExpressionPlan.Feature(index, argument.get().resultType()));
    }

    /** The parts of the key of its own; empty when there are none, or one of them is wrong. */
    private Optional<OwnKey> ownKey(Aggregate aggregate, EventShape shape) {
        List<OwnKeyPart> written = aggregate.call().ownKey();
        List<OwnKey.Part> parts = new ArrayList<>();
        for (OwnKeyPart part : written) {
            Optional<FieldSchema> field = field(part.field(), shape);
            if (part.value().isEmpty() && field.isPresent() && !canStandAlone(part.field())) {
                explainNoValue(part.field());
                continue;
            }
            // Without `==` it is the field, or the part of the key, of the same name of the event under test.
            ExpressionSyntax value = part.value().orElse(new ExpressionSyntax.Bare(part.field()));
            field.flatMap(known -> ExpressionChecker.fitting(context, scope, value, known.type())
                            .map(plan -> new OwnKey.Part(known.index(), plan)))
                    .ifPresent(parts::add);
        }
        return written.isEmpty() || parts.size() < written.size() ? Optional.empty() : Optional.of(new OwnKey(parts));
    }

    private boolean canStandAlone(Name name) {
        ReferenceChecker references = new ReferenceChecker(context, scope);
        return references.isValue(name)
                || context.lets().find(name.text()).isPresent()
                || scope.rule().inDoubt();
    }

    private void explainNoValue(Name field) {
        String subject = scope.event().map(TestedEvent::type).orElse("what stands alone here");
        context.unknown(
                DiagnosticCode.UNKNOWN_FIELD,
                field,
                "`" + field.text() + "` is not a field of " + subject,
                Optional.of("say what it is equal to: `by " + field.text() + " == …`"));
    }

    private Optional<FieldSchema> field(Name name, EventShape shape) {
        if (!shape.has(name.text())) {
            if (shape.complete()) {
                context.unknown(
                        DiagnosticCode.UNKNOWN_FIELD,
                        name,
                        "`" + name.text() + "` is not a field of " + shape.name(),
                        DidYouMean.hint(name.text(), shape.fieldNames()).or(shape::fieldsHint));
            }
            return Optional.empty();
        }
        Optional<FieldSchema> field = shape.field(name.text());
        if (field.isPresent() && !TypeWords.isKey(field.get().type())) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_KEY,
                            name.span(),
                            "`" + name.text() + "` is "
                                    + TypeWords.a(field.get().type()) + ", which cannot be a key");
            return Optional.empty();
        }
        return field;
    }
}
