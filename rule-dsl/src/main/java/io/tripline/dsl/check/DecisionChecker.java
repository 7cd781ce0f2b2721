package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.DecisionPlan.Branch;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.syntax.BranchSyntax;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TextLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one decision: its branches in order, and the verdict when none holds. */
final class DecisionChecker {

    private final DecisionDeclaration decision;
    private final RuleContext context;
    private final KeyChecker key;
    private final Scope scope;
    private boolean valid;

    DecisionChecker(DecisionDeclaration decision, RuleContext context) {
        this.decision = decision;
        this.context = context;
        this.valid = !decision.damaged();
        this.key = new KeyChecker(context, decision.key());
        String event = decision.event().text();
        Optional<EventShape> shape = context.lookAt(decision.event());
        Step step = new Step(0, event, false, event, shape, false, false, Set.of());
        RuleNames names = new RuleNames(
                context.declared().events(), true, List.of(step), key.types(List.of(step)), decision.damaged());
        this.scope = Scope.ofDecision(names, step);
        valid &= shape.isPresent();
    }

    Optional<DecisionPlan> check(Map<String, List<String>> contents) {
        List<Branch> branches = new ArrayList<>();
        Optional<BranchSyntax> otherwise = Optional.empty();
        Optional<BranchSyntax> certain = Optional.empty();
        Map<ExpressionPlan, BranchSyntax> seen = new HashMap<>();
        // Where a branch could not be read, the ones beside it may not say what they seem to.
        for (BranchSyntax branch : decision.damaged() ? List.<BranchSyntax>of() : decision.branches()) {
            if (otherwise.isPresent()) {
                explainBehindElse(branch, otherwise.get());
            } else if (branch.condition().isEmpty()) {
                otherwise = Optional.of(branch);
                certain.ifPresent(first -> warnNeverReached(branch, first, " always holds"));
            } else {
                Optional<ExpressionPlan> condition = ExpressionChecker.condition(
                        context, scope, branch.condition().get());
                valid &= condition.isPresent();
                if (condition.isPresent()) {
                    certain.ifPresent(first -> warnNeverReached(branch, first, " always holds"));
                    BranchSyntax same = seen.putIfAbsent(condition.get(), branch);
                    if (same != null && certain.isEmpty()) {
                        warnNeverReached(branch, same, " asks the same");
                    }
                    if (certain.isEmpty() && isTrue(condition.get())) {
                        certain = Optional.of(branch);
                    }
                    branches.add(new Branch(branch.verdict().text(), condition.get()));
                }
            }
        }
        if (otherwise.isEmpty() && !decision.damaged()) {
            error(
                    DiagnosticCode.MISSING_CLAUSE,
                    decision.name().span(),
                    "decision `" + decision.name().text() + "` does not say what holds when no condition does",
                    "add `else allow`, or another verdict");
        }
        Optional<KeyPlan> keyPlan = key.check();
        return valid && keyPlan.isPresent() && contents.keySet().containsAll(context.used())
                ? Optional.of(plan(branches, otherwise.orElseThrow().verdict(), keyPlan.get(), contents))
                : Optional.empty();
    }

    private DecisionPlan plan(
            List<Branch> branches, Name otherwise, KeyPlan keyPlan, Map<String, List<String>> contents) {
        return new DecisionPlan(
                decision.name().text(),
                decision.title().map(TextLine::text).orElse(decision.name().text()),
                RuleVersion.of(decision.tokens(), context.used(), contents),
                decision.event().text(),
                keyPlan,
                context.features().features(),
                branches,
                otherwise.text(),
                Costs.of(context.features().features()),
                decision.span());
    }

    private static boolean isTrue(ExpressionPlan condition) {
        return condition instanceof ExpressionPlan.Literal literal
                && literal.value().equals(true);
    }

    private void explainBehindElse(BranchSyntax branch, BranchSyntax otherwise) {
        if (branch.condition().isEmpty()) {
            error(
                    DiagnosticCode.DUPLICATE_CLAUSE,
                    branch.span(),
                    "this decision has more than one `else`",
                    "the other is in line " + otherwise.span().startLine());
        } else {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    branch.span(),
                    "`" + branch.verdict().text() + "` stands behind `else`, so it is never reached",
                    "write it before `else`");
        }
    }

    private void warnNeverReached(BranchSyntax branch, BranchSyntax first, String why) {
        context.diagnostics()
                .warning(
                        DiagnosticCode.NEVER_TAKEN,
                        branch.verdict().span(),
                        "this branch is never reached: that in line "
                                + first.span().startLine() + why,
                        "leave one out");
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        valid = false;
        context.diagnostics().error(code, span, message, hint);
    }
}
