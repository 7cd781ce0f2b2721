package io.tripline.dsl.check;

import io.tripline.dsl.check.Scope.TestedEvent;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax;
import java.util.Optional;

/** Checks a {@code let} where it stands; each rule that uses it gets its value. */
final class LetChecker {

    private LetChecker() {}

    static void check(LetDeclaration let, RuleContext context) {
        String name = let.name().text();
        Optional<EventShape> shape = let.event().flatMap(context::touch);
        Optional<TestedEvent> event = let.event().map(of -> new TestedEvent(of.text(), shape));
        shape.filter(known -> known.has(name)).ifPresent(known -> context.diagnostics()
                .error(
                        DiagnosticCode.DUPLICATE_NAME,
                        let.name().span(),
                        "`" + name + "` is already a field of " + known.name(),
                        "give it another name"));
        Scope scope = Scope.ofLet(context.declared().events(), event, true, Optional.empty());
        Optional<ExpressionPlan> value = ExpressionChecker.shown(context, scope, let.value());
        boolean known = event.isEmpty() || shape.isPresent();
        if (value.isPresent() && known && !let.damaged()) {
            context.lets().accept(name, pieces(let.value()) + context.pieces());
        }
    }

    private static int pieces(ExpressionSyntax syntax) {
        int pieces = 1;
        for (ExpressionSyntax operand : syntax.operands()) {
            pieces += pieces(operand);
        }
        return pieces;
    }
}
