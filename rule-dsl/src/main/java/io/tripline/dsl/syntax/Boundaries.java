package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Where clauses, fields and declarations seem to begin. Used after a mistake only, so it may look at line ends, which
 * otherwise mean nothing: people begin a clause on a line of its own.
 *
 * <p>Places are indexes into the list of all tokens, hidden ones included.
 */
final class Boundaries {

    private static final Set<Integer> CLAUSE_WORDS = Set.of(SEVERITY, BY, ON, WHEN, MATCH, WITHIN, ALERT, ONCE);
    /** Behind a word, these say that it is a name in an expression. */
    private static final Set<Integer> BEHIND_NAMES = Set.of(
            EQUAL,
            NOT_EQUAL,
            LESS,
            LESS_OR_EQUAL,
            GREATER,
            GREATER_OR_EQUAL,
            ASSIGN,
            UNEQUAL,
            DOT,
            COMMA,
            COLON,
            PLUS,
            MINUS,
            STAR,
            SLASH,
            PERCENT,
            OR_ELSE,
            RPAREN,
            RBRACKET,
            VALUE_END,
            AND,
            OR,
            IN,
            IS,
            BETWEEN);

    private final List<Token> tokens;

    Boundaries(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean startsDeclaration(Token token) {
        return token.getType() == EVENT || token.getType() == RULE || token.getType() == Token.EOF;
    }

    boolean mayFollowClause(Token token) {
        return token.getType() == RBRACE || CLAUSE_WORDS.contains(token.getType());
    }

    /** Every word can name a field. */
    boolean mayFollowField(Token token) {
        return token.getType() == RBRACE || TokenWords.isWord(token);
    }

    /** Whether what comes here cannot stand in an event type, though it begins like a field. */
    boolean endsEvent(int index) {
        int behind = next(index);
        boolean lateness = tokens.get(index).getType() == LATE
                && tokens.get(behind).getType() == AFTER
                && tokens.get(next(behind)).getType() == DURATION;
        return lateness || isDeclaration(index);
    }

    /**
     * The clause word that opens the line of this token and stands right before it, if that word was taken for a part of
     * what stands before it; -1 if there is none.
     *
     * @param unitStart where the clause or body begins in which the token does not fit
     */
    int clauseBefore(int index, int unitStart) {
        int before = previous(index);
        boolean found = before > unitStart
                && CLAUSE_WORDS.contains(tokens.get(before).getType())
                && isFirstOnLine(before)
                && !isFirstOnLine(index)
                && previous(before) > unitStart
                && !mayEndClause(tokens.get(previous(before)));
        return found ? before : -1;
    }

    /** Whether a clause can end with this token, as far as one can tell from it alone. */
    private static boolean mayEndClause(Token token) {
        return switch (token.getType()) {
            case LBRACE, RBRACE, RBRACKET, RPAREN, DURATION, INTEGER, DECIMAL, STRING, TEMPLATE_END -> true;
            default -> false;
        };
    }

    Token tokenBefore(int index) {
        return tokens.get(Math.max(0, previous(index)));
    }

    /** The next place, from here on, where a clause begins or the rule ends. */
    int nextClause(int from) {
        int depth = 0;
        for (int i = from; ; i++) {
            Token token = tokens.get(i);
            if (token.getType() == Token.EOF || isDeclaration(i) || startsClause(i)) {
                return i;
            }
            if (token.getType() == RBRACE && --depth < 0) {
                if (endsRule(i)) {
                    return i;
                }
                depth = 0;
            }
            if (token.getType() == LBRACE) {
                depth++;
            }
        }
    }

    /** Whether this brace is the rule's, and not one of a repetition that has lost its opening one. */
    private boolean endsRule(int brace) {
        int behind = tokens.get(next(brace)).getType();
        return behind != THEN && behind != RBRACE && !CLAUSE_WORDS.contains(behind);
    }

    /** The next place, from here on, where a field begins or the event type ends. */
    int nextField(int from) {
        int i = from;
        while (tokens.get(i).getType() != Token.EOF
                && tokens.get(i).getType() != RBRACE
                && !endsEvent(i)
                && !(TokenWords.isWord(tokens.get(i)) && isFirstOnLine(i))) {
            i++;
        }
        return i;
    }

    /** The next place, from here on, where a declaration begins. */
    int nextDeclaration(int from) {
        int depth = 0;
        for (int i = from; ; i++) {
            Token token = tokens.get(i);
            if (token.getType() == Token.EOF || isDeclaration(i)) {
                return i;
            }
            boolean outside = depth <= 0 && isFirstOnLine(i);
            if (outside
                    && (token.getType() == EVENT || token.getType() == RULE)
                    && TokenWords.isWord(tokens.get(next(i)))) {
                return i;
            }
            if (token.getType() == LBRACE) {
                depth++;
            } else if (token.getType() == RBRACE) {
                depth--;
            }
        }
    }

    /** A word, a name, and behind them an opening brace or a title: no field and no expression looks like this. */
    boolean isDeclaration(int index) {
        int type = tokens.get(index).getType();
        if (type != EVENT && type != RULE) {
            return false;
        }
        int name = next(index);
        int behind = tokens.get(next(name)).getType();
        return TokenWords.isWord(tokens.get(name)) && (behind == LBRACE || behind == STRING && type == RULE);
    }

    private boolean startsClause(int index) {
        if (!CLAUSE_WORDS.contains(tokens.get(index).getType())) {
            return false;
        }
        int behind = tokens.get(next(index)).getType();
        if (isFirstOnLine(index)) {
            return !BEHIND_NAMES.contains(behind);
        }
        return switch (tokens.get(index).getType()) {
            case WITHIN -> behind == DURATION;
            case ONCE -> behind == PER;
            case ALERT -> behind == TEMPLATE_START;
            case WHEN -> !BEHIND_NAMES.contains(behind);
            default -> behind == IDENTIFIER;
        };
    }

    boolean isFirstOnLine(int index) {
        int before = previous(index);
        return before < 0 || tokens.get(before).getLine() < tokens.get(index).getLine();
    }

    private int previous(int index) {
        int i = index - 1;
        while (i >= 0 && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
            i--;
        }
        return i;
    }

    /** The next token that counts; the end of the file comes after itself. */
    private int next(int index) {
        int i = Math.min(index + 1, tokens.size() - 1);
        while (tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
            i++;
        }
        return i;
    }
}
