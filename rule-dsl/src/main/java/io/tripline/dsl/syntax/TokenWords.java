package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.syntax.grammar.TriplineLexer;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What tokens are called when one talks to somebody who writes rules. */
final class TokenWords {

    /** Longer pieces are cut: a message is one line. */
    private static final int LONGEST_QUOTE = 30;

    private static final Vocabulary VOCABULARY = TriplineLexer.VOCABULARY;

    private TokenWords() {}

    static boolean isWord(Token token) {
        return token.getType() >= ADD && token.getType() <= IDENTIFIER;
    }

    /** Whether the token can only be a name, and no word of the language. */
    static boolean isName(Token token) {
        return token.getType() == IDENTIFIER;
    }

    static String describe(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the file";
            case UNCLOSED_TEMPLATE -> "the end of the line";
            case TEMPLATE_START, TEMPLATE_TEXT -> "a text";
            default -> quote(token.getText());
        };
    }

    static String quote(String text) {
        int codePoints = text.codePointCount(0, text.length());
        String shown =
                codePoints <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        return "`" + shown + "`";
    }

    /** What could have stood there. Of an expression that could also go on, only what it can end with is said. */
    static List<String> expected(ParserRuleContext context, IntervalSet tokens) {
        switch (context.getRuleIndex()) {
            case TriplineParser.RULE_type, TriplineParser.RULE_element -> {
                if (tokens.contains(ENUM)) {
                    return List.of("a type such as `string` or `decimal`");
                }
            }
            case TriplineParser.RULE_duration -> {
                return List.of("a duration such as `10m`");
            }
            default -> {}
        }
        if (tokens.contains(LPAREN) && tokens.contains(INTEGER)) {
            return List.of("a value");
        }
        if (tokens.contains(IDENTIFIER)) {
            return List.of("a name");
        }
        List<String> words = new ArrayList<>();
        if (tokens.contains(PLUS) && tokens.contains(STAR)) {
            words.add(tokens.contains(LBRACE) ? "a repetition" : "an operator");
        }
        for (int type : tokens.toArray()) {
            if (isSaid(type)) {
                words.add(type == Token.EOF ? "the end of the file" : display(type));
            }
        }
        return words.isEmpty() ? List.of("something else") : words;
    }

    /** Operators are many and stand for each other; the other quotes are never recommended. */
    private static boolean isSaid(int type) {
        return switch (type) {
            case AND, BETWEEN, IN, IS, LIKE, MATCHES, NOT, OR, OR_ELSE, AMPERSANDS, BARS, BANG, QUOTED, BAD_NUMBER ->
                false;
            case PLUS, MINUS, STAR, SLASH, PERCENT, QUESTION, DOT -> false;
            default -> type < EQUAL || type > UNEQUAL;
        };
    }

    private static String display(int type) {
        return switch (type) {
            case INTEGER -> "a whole number";
            case DURATION -> "a duration such as `10m`";
            case STRING, TEMPLATE_START -> "a text in quotes";
            case RBRACE, VALUE_END -> "`}`";
            case TEMPLATE_END -> "`\"`";
            case TEMPLATE_TEXT -> "text";
            case LBRACE, VALUE_START -> "`{`";
            default -> {
                String literal = VOCABULARY.getLiteralName(type);
                yield literal == null
                        ? VOCABULARY.getDisplayName(type)
                        : "`" + literal.substring(1, literal.length() - 1) + "`";
            }
        };
    }

    /** {@code a, b or c}. */
    static String either(List<String> words, String joint) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + joint + " " + words.get(words.size() - 1);
    }

    /** What to do about a sign that is no part of the language. */
    static Optional<String> hint(Token found) {
        return switch (found.getText()) {
            case ";" -> Optional.of("clauses and fields need no `;` between them");

            case "#" -> Optional.of("write `//` before a comment");
            case "." -> Optional.of("a number begins with a digit: `0.5`");
            case "\\" -> Optional.of("between `{` and `}` a quote needs no backslash");
            case "]", ")" -> Optional.of("nothing is open that it could close");
            case "over" -> Optional.of("a window stands behind an aggregate: `sum(Event.field) over 10m`");
            default ->
                switch (found.getType()) {
                    case STRAY_BRACE -> Optional.of("write `}}` for a brace that is part of the text");
                    case QUOTED -> Optional.of("texts stand in straight double quotes");
                    default -> Optional.empty();
                };
        };
    }
}
