package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clauses of a rule by kind: which have to be there, which exclude each other, none twice. */
final class RuleClauses {

    private final RuleDeclaration rule;
    private final Diagnostics diagnostics;
    /** Clauses of which a rule may have several. */
    private static final Set<Class<? extends Clause>> SEVERAL =
            Set.of(Clause.Without.class, Clause.Emit.class, Clause.Add.class, Clause.Remove.class);
    /** Clauses that say more about a {@code match}. */
    private static final List<Class<? extends Clause>> OF_MATCH =
            List.of(Clause.Without.class, Clause.Overlapping.class, Clause.SkipTo.class, Clause.Final.class);

    private final Map<Class<? extends Clause>, Clause> byKind = new LinkedHashMap<>();

    private boolean inDoubt;

    private RuleClauses(RuleDeclaration rule, Diagnostics diagnostics) {
        this.rule = rule;
        this.diagnostics = diagnostics;
        this.inDoubt = rule.damaged();
    }

    static RuleClauses of(RuleDeclaration rule, Diagnostics diagnostics) {
        RuleClauses clauses = new RuleClauses(rule, diagnostics);
        for (Clause clause : rule.clauses()) {
            clauses.add(clause);
        }
        clauses.checkTogether();
        return clauses;
    }

    private void add(Clause clause) {
        Clause first = byKind.putIfAbsent(clause.getClass(), clause);
        if (first != null && !SEVERAL.contains(clause.getClass())) {
            inDoubt = true;
            diagnostics.error(
                    DiagnosticCode.DUPLICATE_CLAUSE,
                    clause.span(),
                    "this rule has more than one `" + clause.keyword() + "`",
                    "the other is in line " + first.span().startLine());
        }
    }

    private void checkTogether() {
        Optional<Clause.On> on = find(Clause.On.class);
        Optional<Clause.Match> match = find(Clause.Match.class);
        if (on.isPresent() && match.isPresent()) {
            inDoubt = true;
            misplaced(
                    on.get().span().startOffset() < match.get().span().startOffset() ? match.get() : on.get(),
                    "a rule has `on` or `match`, not both",
                    "make two rules of it");
            return;
        }
        if (rule.damaged()) {
            return;
        }
        if (on.isEmpty() && match.isEmpty()) {
            missing("does not say what it waits for", "add `on t: Event when …`, or `match a: Event then b: Event`");
            return;
        }
        if (match.isPresent()) {
            find(Clause.When.class)
                    .ifPresent(when -> misplaced(
                            when, "`when` belongs to `on`", "in a match, conditions stand in brackets behind a step"));
        } else {
            find(Clause.Within.class)
                    .ifPresent(within ->
                            misplaced(within, "`within` belongs to `match`", "a window is said with `over 10m`"));
            OF_MATCH.forEach(kind -> all(kind)
                    .forEach(clause -> misplaced(
                            clause,
                            "`" + clause.keyword() + "` belongs to `match`",
                            "a rule that is `on` an event looks at one event at a time")));
        }
        if (!hasAction()) {
            missing("has no `alert`", "add `alert \"…\"` with what it should say");
        }
    }

    private boolean hasAction() {
        return rule.clauses().stream()
                .anyMatch(clause -> clause instanceof Clause.Alert
                        || clause instanceof Clause.Emit
                        || clause instanceof Clause.Add
                        || clause instanceof Clause.Remove
                        || clause instanceof Clause.Score);
    }

    private void missing(String message, String hint) {
        diagnostics.error(
                DiagnosticCode.MISSING_CLAUSE,
                rule.name().span(),
                "rule `" + rule.name().text() + "` " + message,
                hint);
    }

    private void misplaced(Clause clause, String message, String hint) {
        diagnostics.error(DiagnosticCode.MISPLACED_CLAUSE, clause.span(), message, hint);
    }

    /**
     * Whether there is, or may be, more in the rule than these clauses say: a name that is not known may be defined
     * there.
     */
    boolean inDoubt() {
        return inDoubt;
    }

    <T extends Clause> Optional<T> find(Class<T> kind) {
        return Optional.ofNullable(byKind.get(kind)).map(kind::cast);
    }

    /** Those of one kind, in the order of writing. */
    <T extends Clause> List<T> all(Class<T> kind) {
        return rule.clauses().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
