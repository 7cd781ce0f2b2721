package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The inside of a declaration that is made of clauses, and what its clauses begin with.
 *
 * @param noun what people call the declaration
 * @param unit what stands in it, one behind the other
 * @param bodyRule the grammar rule of the inside
 * @param clauseRule the grammar rule of one clause
 * @param opening the tokens that begin clauses; empty when those begin with names
 * @param words the words that a mistyped one is compared with
 * @param joiningWords what may go on a clause where the next one is expected
 */
record Body(
        String noun,
        String unit,
        int bodyRule,
        int clauseRule,
        Set<Integer> opening,
        List<String> words,
        List<String> joiningWords,
        String hint) {

    private static final Body RULE = new Body(
            "rule",
            "a clause",
            TriplineParser.RULE_ruleBody,
            TriplineParser.RULE_clause,
            Set.of(
                    SEVERITY,
                    TAGS,
                    BY,
                    ON,
                    WHEN,
                    MATCH,
                    WITHOUT,
                    WITHIN,
                    OVERLAPPING,
                    SKIP_,
                    FINAL,
                    ALERT,
                    EMIT,
                    ADD,
                    REMOVE,
                    SCORE,
                    ONCE),
            List.of(
                    "severity",
                    "tags",
                    "by",
                    "on",
                    "when",
                    "match",
                    "without",
                    "within",
                    "overlapping",
                    "skip to",
                    "final",
                    "alert",
                    "emit",
                    "add",
                    "remove",
                    "score",
                    "once per",
                    "once",
                    "skip"),
            List.of("then", "and", "or", "in", "not", "between", "is", "over", "when", "within"),
            "clauses are `severity`, `by`, `on`, `when`, `match`, `within`, `alert` and `once per`, and more in the"
                    + " language reference");

    private static final Body VIEW = new Body(
            "view",
            "a clause",
            TriplineParser.RULE_viewBody,
            TriplineParser.RULE_viewClause,
            Set.of(FROM, WINDOW, SELECT, HAVING),
            List.of("from", "window", "select", "having"),
            List.of("then", "and", "or", "in", "not", "between", "is", "over", "when", "within"),
            "clauses of a view are `from`, `window`, `select` and `having`");

    private static final Body DECISION = new Body(
            "decision",
            "a verdict",
            TriplineParser.RULE_decisionBody,
            TriplineParser.RULE_branch,
            Set.of(),
            List.of(),
            List.of(),
            "write `block when score >= 80`, and at the end `else allow`");

    private static final Body TEST = new Body(
            "test",
            "an event or `expect`",
            TriplineParser.RULE_testBody,
            TriplineParser.RULE_testLine,
            Set.of(),
            List.of("expect", "add"),
            List.of(),
            "write `Event { field: value, at: 10:00 }`, or `expect alert`");

    private static final List<Body> ALL = List.of(RULE, VIEW, DECISION, TEST);

    /** The kind of declaration whose inside this grammar rule is. */
    static Optional<Body> ofBody(int rule) {
        // A loop, for the parser asks at every repetition of the grammar.
        for (Body body : ALL) {
            if (body.bodyRule == rule) {
                return Optional.of(body);
            }
        }
        return Optional.empty();
    }

    /** The kind of declaration one of whose clauses this grammar rule is. */
    static Optional<Body> ofClause(int rule) {
        return ALL.stream().filter(body -> body.clauseRule == rule).findFirst();
    }

    /** Whether a clause can begin with this token, as far as one can tell from it alone. */
    boolean opensClause(Token token) {
        boolean counted = clauseRule == TriplineParser.RULE_testLine && token.getType() == INTEGER;
        return opening.isEmpty() ? TokenWords.isWord(token) || counted : opening.contains(token.getType());
    }

    /** Whether clauses begin with words of their own, and not with names. */
    boolean hasClauseWords() {
        return !opening.isEmpty();
    }
}
