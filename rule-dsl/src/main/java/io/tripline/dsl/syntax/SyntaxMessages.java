package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.check.DiagnosticCode;
import io.tripline.dsl.check.Diagnostics;
import io.tripline.dsl.check.DidYouMean;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Says what does not fit, in words of the language instead of words about parsers. */
final class SyntaxMessages {

    private static final List<String> DECLARATION_WORDS = List.of("event", "rule");
    private static final List<String> CLAUSE_WORDS =
            List.of("severity", "by", "on", "when", "match", "within", "alert", "once per", "once");
    /** What may go on a clause where the next clause is expected. */
    private static final List<String> JOINING_WORDS =
            List.of("then", "and", "or", "in", "not", "between", "is", "over", "when", "within");

    private final SourcePositions positions;
    private final Diagnostics diagnostics;

    SyntaxMessages(SourcePositions positions, Diagnostics diagnostics) {
        this.positions = positions;
        this.diagnostics = diagnostics;
    }

    /** The clause ends with this token, though something has to follow it. */
    void reportEarlyEnd(Token last) {
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(last),
                "something is missing after " + TokenWords.describe(last) + ": the next clause begins here");
    }

    /** The token does not fit where the parser is. */
    void report(Parser parser, Token found) {
        if (reportNotClosed(parser.getContext(), found)) {
            return;
        }
        switch (parser.getContext().getRuleIndex()) {
            case TriplineParser.RULE_ruleFile -> reportBetweenDeclarations(found);
            case TriplineParser.RULE_ruleBody -> reportInRule(parser.getContext(), found);
            case TriplineParser.RULE_eventBody -> reportInEvent(parser.getContext(), found);
            default -> reportExpected(parser, found);
        }
    }

    /** A text, a comment or a template that has no end swallows what follows, so it is said instead of anything else. */
    private boolean reportNotClosed(ParserRuleContext context, Token found) {
        Optional<Token> opening = openedTemplateValue(context);
        switch (found.getType()) {
            case UNCLOSED_COMMENT -> notClosed(found, "this comment has no end", "write `*/` where it ends");
            case UNCLOSED_STRING, UNCLOSED_TEMPLATE, Token.EOF -> {
                if (opening.isPresent()) {
                    notClosed(
                            opening.get(),
                            "this `{` has no closing `}`",
                            "write `{{` for a brace that is part of the text");
                } else if (context.getRuleIndex() == TriplineParser.RULE_template) {
                    notClosed(context.getStart(), "this text has no closing `\"`", "a text ends on its line");
                } else if (found.getType() == UNCLOSED_STRING) {
                    notClosed(found, "this text has no closing `\"`", "a text ends on its line");
                } else {
                    return false;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void notClosed(Token opening, String message, String hint) {
        diagnostics.error(DiagnosticCode.NOT_CLOSED, positions.of(opening), message, hint);
    }

    private static Optional<Token> openedTemplateValue(ParserRuleContext innermost) {
        for (ParserRuleContext context = innermost; context != null; context = context.getParent()) {
            if (context instanceof TriplineParser.ValuePartContext) {
                return Optional.of(context.getStart());
            }
        }
        return Optional.empty();
    }

    private void reportBetweenDeclarations(Token found) {
        Optional<String> near = DidYouMean.hint(found.getText(), DECLARATION_WORDS);
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(found),
                "expected `event` or `rule` but found " + TokenWords.describe(found),
                near.or(() -> Optional.of("a rule file holds `event Name { … }` and `rule name { … }`")));
    }

    private void reportInRule(ParserRuleContext body, Token found) {
        if (isEnd(found)) {
            reportOpenBody(body, "rule");
            return;
        }
        Optional<String> near = DidYouMean.nearest(found.getText(), CLAUSE_WORDS)
                .or(() -> DidYouMean.nearest(found.getText(), JOINING_WORDS))
                .filter(word -> TokenWords.isWord(found) && !word.equals(found.getText()))
                .map(word -> "did you mean `" + word + "`?");
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(found),
                "expected a clause or `}` but found " + TokenWords.describe(found),
                near.or(() -> TokenWords.hint(found))
                        .or(() -> Optional.of("clauses are " + TokenWords.either(CLAUSE_WORDS.subList(0, 8), "and"))));
    }

    private void reportInEvent(ParserRuleContext body, Token found) {
        if (isEnd(found)) {
            reportOpenBody(body, "event");
            return;
        }
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(found),
                "expected a field or `}` but found " + TokenWords.describe(found),
                TokenWords.hint(found).or(() -> Optional.of("a field is a name and a type: `amount decimal`")));
    }

    private static boolean isEnd(Token found) {
        return found.getType() == Token.EOF || found.getType() == EVENT || found.getType() == RULE;
    }

    private void reportOpenBody(ParserRuleContext body, String what) {
        notClosed(body.getStart(), "this `{` has no closing `}`", "write `}` where the " + what + " ends");
    }

    private void reportExpected(Parser parser, Token found) {
        ParserRuleContext context = parser.getContext();
        IntervalSet expected = parser.getExpectedTokens();
        Optional<TerminalNode> open = endsBrackets(found) ? openBracket(context) : Optional.empty();
        if (open.isPresent() && (expected.contains(RPAREN) || expected.contains(RBRACKET))) {
            Token opening = open.get().getSymbol();
            String closing = opening.getType() == LPAREN ? ")" : "]";
            notClosed(
                    opening,
                    "this " + TokenWords.describe(opening) + " has no closing `" + closing + "`",
                    "write it before " + TokenWords.describe(found));
            return;
        }
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(found),
                "expected " + TokenWords.either(TokenWords.expected(context, expected), "or") + " but found "
                        + TokenWords.describe(found),
                TokenWords.hint(found));
    }

    /** Whether this cannot stand in brackets, so that the end of them must have been forgotten. */
    private static boolean endsBrackets(Token found) {
        return switch (found.getType()) {
            case LBRACE, RBRACE, VALUE_END, RPAREN, RBRACKET, TEMPLATE_START, Token.EOF -> true;
            case THEN, WITHIN, WHEN, ALERT, ONCE, SEVERITY, BY, MATCH, ON, RULE, EVENT -> true;
            default -> false;
        };
    }

    private static Optional<TerminalNode> openBracket(ParserRuleContext innermost) {
        for (ParserRuleContext context = innermost; context != null; context = context.getParent()) {
            List<TerminalNode> brackets = new ArrayList<>(context.getTokens(LBRACKET));
            brackets.addAll(context.getTokens(LPAREN));
            boolean closed = !context.getTokens(RBRACKET).isEmpty()
                    || !context.getTokens(RPAREN).isEmpty();
            if (!brackets.isEmpty() && !closed) {
                return Optional.of(brackets.get(0));
            }
        }
        return Optional.empty();
    }
}
