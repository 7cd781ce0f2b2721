package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import java.util.List;
import java.util.Optional;

/** Finds out what is called: an aggregate, a function of single values, or {@code prev}. */
final class CallChecker {

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;
    private final ExpressionChecker expressions;

    CallChecker(RuleContext context, Scope scope, ReferenceChecker references, ExpressionChecker expressions) {
        this.context = context;
        this.scope = scope;
        this.references = references;
        this.expressions = expressions;
    }

    Optional<ExpressionPlan> check(Call call) {
        String name = call.function().text();
        if (name.equals("prev")) {
            return new PreviousChecker(context, scope, references).check(call);
        }
        if (AggregateNames.isAggregate(call)) {
            return new AggregateChecker(context, scope, references).check(call);
        }
        Optional<FunctionSignature> signature = FunctionSignature.find(name);
        if (signature.isPresent()) {
            return new FunctionChecker(context, expressions).check(call, signature.get());
        }
        List<String> names = FunctionSignature.names();
        context.diagnostics()
                .error(
                        DiagnosticCode.UNKNOWN_FUNCTION,
                        call.function().span(),
                        "there is no function `" + name + "`",
                        DidYouMean.hint(name, names).or(() -> Optional.of("functions are " + TypeWords.list(names))));
        return Optional.empty();
    }
}
