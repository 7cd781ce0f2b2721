package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import java.util.List;
import java.util.Optional;

/** {@code like} and {@code matches}: the text and the pattern, which is constant and well formed. */
final class TextPatternChecker {

    private final RuleContext context;
    private final ExpressionChecker expressions;

    TextPatternChecker(RuleContext context, ExpressionChecker expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Optional<ExpressionPlan> like(ExpressionSyntax.Like like) {
        Optional<ExpressionPlan> operand = operand(like.operand(), "like");
        Optional<String> pattern = pattern(like.pattern(), "like", "`like \"%.example\"`");
        if (operand.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        if (endsInEscape(pattern.get())) {
            error(
                    DiagnosticCode.BAD_LITERAL,
                    like.pattern().span(),
                    "a backslash at the end of a pattern takes nothing as it is",
                    "write `\\\\\\\\` for a backslash in a pattern");
            return Optional.empty();
        }
        return Optional.of(MembershipChecker.present(
                like.negated(), List.of(operand.get()), new ExpressionPlan.Like(operand.get(), pattern.get())));
    }

    private static boolean endsInEscape(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    Optional<ExpressionPlan> matches(ExpressionSyntax.Matches matches) {
        Optional<ExpressionPlan> operand = operand(matches.operand(), "matches");
        Optional<String> pattern = pattern(matches.pattern(), "matches", "`matches \"^[a-z]+$\"`");
        if (operand.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        Optional<RegularExpression.Problem> problem = RegularExpression.problem(pattern.get());
        if (problem.isPresent()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_LITERAL,
                            matches.pattern().span(),
                            problem.get().message(),
                            problem.get().hint());
            return Optional.empty();
        }
        return Optional.of(MembershipChecker.present(
                matches.negated(), List.of(operand.get()), new ExpressionPlan.Matches(operand.get(), pattern.get())));
    }

    private Optional<ExpressionPlan> operand(ExpressionSyntax syntax, String word) {
        Optional<ExpressionPlan> operand = expressions.value(syntax, Optional.of(Scalar.STRING));
        if (operand.isPresent() && operand.get().type() != Scalar.STRING) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    syntax.span(),
                    "`" + word + "` looks at a string, and this is "
                            + TypeWords.a(operand.get().type()),
                    "make a text of it with `text(…)`");
            return Optional.empty();
        }
        return operand;
    }

    private Optional<String> pattern(ExpressionSyntax syntax, String word, String example) {
        if (expressions.meant(syntax) instanceof ExpressionSyntax.TextLiteral text) {
            return Optional.of(text.text());
        }
        if (!(syntax instanceof ExpressionSyntax.Unreadable)) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    syntax.span(),
                    "what stands behind `" + word + "` is a constant text",
                    "write it as in " + example);
        }
        return Optional.empty();
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
