package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Says what does not fit, in words of the language instead of words about parsers. */
final class SyntaxMessages {

    private static final List<String> DECLARATION_WORDS =
            List.of("event", "rule", "table", "list", "let", "view", "decision", "test");

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

    /** On the line of the field's name nothing stands that could be its type. */
    void reportFieldWithoutType(Token name) {
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(name),
                TokenWords.describe(name) + " has no type",
                "a field is a name and a type: `amount decimal`");
    }

    void reportEmptyMark(Token at) {
        diagnostics.error(
                DiagnosticCode.SYNTAX, positions.of(at), "a word is missing behind `@`", "write `@id` or `@time`");
    }

    /** The token does not fit where the parser is. */
    void report(Parser parser, Token found) {
        if (reportNotClosed(parser, found)) {
            return;
        }
        boolean opened = parser.getContext().getChildCount() > 0;
        int rule = parser.getContext().getRuleIndex();
        if (rule == TriplineParser.RULE_ruleFile) {
            reportBetweenDeclarations(found);
        } else if (Body.ofBody(rule).isPresent() && opened) {
            reportInBody(Body.ofBody(rule).get(), parser, found);
        } else if (rule == TriplineParser.RULE_eventBody && opened) {
            reportInEvent(parser.getContext(), found);
        } else {
            reportExpected(parser, found);
        }
    }

    /** A text, a comment or a template that has no end swallows what follows, so it is said instead of anything else. */
    private boolean reportNotClosed(Parser parser, Token found) {
        ParserRuleContext context = parser.getContext();
        Optional<Token> opening = openedTemplateValue(context);
        boolean escapedQuote = found.getText().equals("\\");
        if (opening.isPresent() && !escapedQuote && !isClosed(opening.get(), parser.getTokenStream())) {
            notClosed(opening.get(), "this `{` has no closing `}`", "write `{{` for a brace that is part of the text");
            return true;
        }
        switch (found.getType()) {
            case UNCLOSED_COMMENT -> notClosed(found, "this comment has no end", "write `*/` where it ends");
            case UNCLOSED_STRING -> notClosed(found, "this text has no closing `\"`", "a text ends on its line");
            case UNCLOSED_TEMPLATE, Token.EOF -> {
                if (context.getRuleIndex() != TriplineParser.RULE_template || context.getChildCount() == 0) {
                    return false;
                }
                notClosed(context.getStart(), "this text has no closing `\"`", "a text ends on its line");
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

    private static boolean isClosed(Token opening, TokenStream tokens) {
        for (int i = opening.getTokenIndex() + 1; ; i++) {
            switch (tokens.get(i).getType()) {
                case VALUE_END -> {
                    return true;
                }
                case UNCLOSED_TEMPLATE, Token.EOF -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private void reportBetweenDeclarations(Token found) {
        Optional<String> near = DidYouMean.hint(found.getText(), DECLARATION_WORDS);
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(found),
                "expected `event` or `rule` but found " + TokenWords.describe(found),
                near.or(() ->
                        Optional.of("a rule file holds `event Name { … }`, `rule name { … }` and other declarations")));
    }

    private void reportInBody(Body body, Parser parser, Token found) {
        if (isEnd(found)) {
            reportOpenBody(parser.getContext(), body.noun());
            return;
        }
        Optional<String> near = DidYouMean.nearest(found.getText(), body.words())
                .or(() -> DidYouMean.nearest(found.getText(), body.joiningWords()))
                .filter(word -> TokenWords.isWord(found) && !word.equals(found.getText()))
                .map(word -> "did you mean `" + word + "`?");
        if (found.getType() == AND || found.getType() == OR) {
            near = Optional.of("conditions that are joined here stand in brackets: `until (a > 5 and b > 2)`");
        }
        diagnostics.error(
                DiagnosticCode.SYNTAX,
                positions.of(found),
                "expected " + body.unit() + " or `}` but found " + TokenWords.describe(found),
                near.or(() -> TokenWords.hint(found))
                        .or(() -> hintOfThousands(parser, found))
                        .or(() -> Optional.of(body.hint())));
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
        return switch (found.getType()) {
            case Token.EOF, EVENT, RULE, LATE, TABLE, LIST, LET, VIEW, DECISION, TEST, EXPIRE -> true;
            default -> false;
        };
    }

    private void reportOpenBody(ParserRuleContext body, String what) {
        notClosed(body.getStart(), "this `{` has no closing `}`", "write `}` where the " + what + " ends");
    }

    private void reportExpected(Parser parser, Token found) {
        ParserRuleContext context = parser.getContext();
        IntervalSet expected = parser.getExpectedTokens();
        // Asked first: a look for the bracket goes over all fields or clauses of a body, for each mistake in it.
        boolean mayClose = expected.contains(RPAREN) || expected.contains(RBRACKET);
        Optional<TerminalNode> open = mayClose && endsBrackets(found) ? openBracket(context) : Optional.empty();
        if (open.isPresent()) {
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
                place(parser, found),
                "expected " + TokenWords.either(TokenWords.expected(context, expected), "or") + " but found "
                        + TokenWords.describe(found),
                TokenWords.hint(found).or(() -> hintOfThousands(parser, found)));
    }

    /** The end of the file is behind its last word, not behind the empty lines after that. */
    private SourceSpan place(Parser parser, Token found) {
        Token last = parser.getTokenStream().LT(-1);
        if (found.getType() != Token.EOF || last == null) {
            return positions.of(found);
        }
        int end = positions.of(last).endOffset();
        return positions.between(end, end);
    }

    private static Optional<String> hintOfThousands(Parser parser, Token found) {
        boolean between = found.getType() == COMMA
                && parser.getTokenStream().LT(-1).getType() == INTEGER
                && parser.getTokenStream().LT(2).getType() == INTEGER;
        return between ? Optional.of("numbers are written without separators: `1000`") : Optional.empty();
    }

    /** Whether this cannot stand in brackets, so that the end of them must have been forgotten. */
    private static boolean endsBrackets(Token found) {
        return switch (found.getType()) {
            case LBRACE, RBRACE, VALUE_END, RPAREN, RBRACKET, TEMPLATE_START, Token.EOF -> true;
            case THEN, WITHIN, WHEN, ALERT, ONCE, SEVERITY, BY, MATCH, ON, RULE, EVENT -> true;
            case TAGS, WITHOUT, EMIT, SCORE, TABLE, VIEW, DECISION, TEST, LET, SELECT, WINDOW, HAVING, EXPECT -> true;
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
