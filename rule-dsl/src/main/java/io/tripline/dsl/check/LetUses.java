package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.Taken;
import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import java.util.Optional;

/**
 * Puts the value of a {@code let} where its name stands. The let itself has been checked: what is wrong with it has been
 * said there, and what does not fit here is said here.
 */
final class LetUses {

    /** So many pieces may all the lets of one rule have together, each counted as often as it is used. */
    static final int MOST_PIECES = 2_000;

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;

    LetUses(RuleContext context, Scope scope, ReferenceChecker references) {
        this.context = context;
        this.scope = scope;
        this.references = references;
    }

    /** The let that a name which stands alone means here; fields and parts of the key come first. */
    Optional<LetDeclaration> find(Bare bare) {
        return references.isValue(bare.name())
                ? Optional.empty()
                : context.lets().find(bare.name().text());
    }

    /** The computed field that {@code step.name} means; declared fields come first. */
    Optional<LetDeclaration> find(Qualified qualified) {
        if (!qualified.brackets().isEmpty() && scope.aggregates()
                || qualified.field().isEmpty()) {
            return Optional.empty();
        }
        Optional<TestedEvent> event = sourceEvent(qualified);
        String name = qualified.field().get().text();
        boolean declared = event.flatMap(TestedEvent::shape)
                .filter(shape -> shape.has(name))
                .isPresent();
        return declared ? Optional.empty() : event.flatMap(of -> context.lets().find(of.type(), name));
    }

    private Optional<TestedEvent> sourceEvent(Qualified qualified) {
        String source = qualified.source().text();
        return scope.isEventName(source)
                ? scope.event()
                : scope.rule().step(source).map(step -> new TestedEvent(step.event(), step.shape()));
    }

    /** The value where the name stands alone. */
    Optional<ExpressionPlan> value(LetDeclaration let, Bare bare, Optional<FieldType> expected) {
        if (let.event().isEmpty()) {
            return inline(
                    let,
                    Scope.ofLet(scope.rule().events(), Optional.empty(), scope.aggregates(), scope.takenAs()),
                    bare.span(),
                    expected);
        }
        String type = let.event().get().text();
        if (!scope.rule().events().has(type)) {
            return Optional.empty();
        }
        if (scope.event().filter(event -> event.type().equals(type)).isEmpty()) {
            context.unknown(
                    DiagnosticCode.UNKNOWN_NAME,
                    bare.name(),
                    "`" + let.name().text() + "` is computed of " + type + ", and no " + type + " is under test here",
                    stepOf(type)
                            .map(step -> "say of which step: `" + step + "."
                                    + let.name().text() + "`"));
            return Optional.empty();
        }
        return inline(
                let,
                Scope.ofLet(scope.rule().events(), scope.event(), scope.aggregates(), scope.takenAs()),
                bare.span(),
                expected);
    }

    private Optional<String> stepOf(String type) {
        return scope.rule().steps().stream()
                .filter(step -> step.named() && step.event().equals(type))
                .map(Step::name)
                .findFirst();
    }

    /** The value behind a step. */
    Optional<ExpressionPlan> value(LetDeclaration let, Qualified qualified, boolean previous) {
        Optional<TestedEvent> event = sourceEvent(qualified);
        Optional<Taken> taken = Optional.empty();
        if (!scope.isEventName(qualified.source().text())) {
            Step step = scope.rule().step(qualified.source().text()).orElseThrow();
            if (!references.hasTaken(step)) {
                references.explainTooEarly(step, qualified.source(), qualified.field());
                return Optional.empty();
            }
            taken = Optional.of(new Taken(step.number(), previous));
        }
        Scope inside = Scope.ofLet(scope.rule().events(), event, scope.aggregates() && taken.isEmpty(), taken);
        return inline(let, inside, qualified.span(), Optional.empty());
    }

    private Optional<ExpressionPlan> inline(
            LetDeclaration let, Scope inside, SourceSpan place, Optional<FieldType> expected) {
        String name = let.name().text();
        boolean complete = context.declared().use(name, context);
        Optional<Integer> size = context.lets().size(name);
        if (!complete || size.isEmpty()) {
            return Optional.empty();
        }
        if (!context.countPieces(size.get(), MOST_PIECES)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.TOO_LARGE,
                            place,
                            "what is made of `let`s here has more than " + MOST_PIECES + " pieces");
            return Optional.empty();
        }
        Diagnostics said = new Diagnostics();
        Optional<ExpressionPlan> value =
                new ExpressionChecker(context.insideOfLet(said), inside).value(let.value(), expected);
        said.toList().stream().filter(Diagnostic::isError).findFirst().ifPresent(first -> context.diagnostics()
                .error(first.code(), place, first.message(), first.hint()));
        return value;
    }
}
