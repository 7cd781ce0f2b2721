package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import java.util.Optional;

/** {@code prev(step.field)}: of the event that a repeated step has taken before its latest. */
final class PreviousChecker {

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;

    PreviousChecker(RuleContext context, Scope scope, ReferenceChecker references) {
        this.context = context;
        this.scope = scope;
        this.references = references;
    }

    Optional<ExpressionPlan> check(Call call) {
        boolean alone = call.arguments().size() == 1
                && call.window().isEmpty()
                && call.ownKey().isEmpty();
        if (!alone || !(call.arguments().get(0) instanceof Qualified field) || !isField(field)) {
            error(
                    call.span(),
                    "`prev` is about one field of a step",
                    "write it as in `prev(" + exampleStep() + ".field)`");
            return Optional.empty();
        }
        if (!scope.aggregates()) {
            error(call.span(), "an aggregate sees only the events it is over, one by one", "use it outside of it");
            return Optional.empty();
        }
        Optional<Step> step = scope.rule().step(field.source().text());
        if (step.isPresent() && !step.get().repeated()) {
            error(
                    field.span(),
                    "`" + step.get().name() + "` is one event: it has no event before",
                    "`prev` is for a step with a count: `" + step.get().name() + ": "
                            + step.get().event() + "{2,}`");
            return Optional.empty();
        }
        return references.previous(field, field.field().orElseThrow());
    }

    private static boolean isField(ExpressionSyntax syntax) {
        return syntax instanceof Qualified field
                && field.brackets().isEmpty()
                && field.field().isPresent();
    }

    private String exampleStep() {
        return scope.rule().steps().stream()
                .filter(step -> step.named() && step.repeated())
                .map(Step::name)
                .findFirst()
                .orElse("step");
    }

    private void error(SourceSpan span, String message, String hint) {
        context.diagnostics().error(DiagnosticCode.BAD_ARGUMENT, span, message, hint);
    }
}
