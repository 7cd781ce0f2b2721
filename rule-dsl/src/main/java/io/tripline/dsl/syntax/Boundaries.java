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

    private static final Set<Integer> DECLARATION_WORDS = Set.of(EVENT, TABLE, LIST, LET, VIEW, RULE, DECISION, TEST);
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
            BETWEEN,
            LIKE,
            MATCHES);

    private final List<Token> tokens;

    Boundaries(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean startsDeclaration(Token token) {
        return DECLARATION_WORDS.contains(token.getType()) || token.getType() == Token.EOF;
    }

    boolean mayFollowClause(Body body, Token token) {
        return token.getType() == RBRACE || body.opensClause(token);
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
    int clauseBefore(Body body, int index, int unitStart) {
        if (body.hasClauseWords() && endsEarly(body, index, unitStart)) {
            return index;
        }
        int before = previous(index);
        boolean found = before > unitStart
                && body.hasClauseWords()
                && body.opensClause(tokens.get(before))
                && isFirstOnLine(before)
                && !isFirstOnLine(index)
                && previous(before) > unitStart
                && !mayEndClause(tokens.get(previous(before)));
        return found ? before : -1;
    }

    /** Whether this is the word of the next clause itself, and the clause before it lacks its end. */
    private boolean endsEarly(Body body, int index, int unitStart) {
        int before = previous(index);
        return before > unitStart
                && body.opensClause(tokens.get(index))
                && isFirstOnLine(index)
                && !TokenWords.isName(tokens.get(before))
                && !mayEndClause(tokens.get(before));
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
    int nextClause(Body body, int from) {
        int depth = 0;
        for (int i = from; ; i++) {
            Token token = tokens.get(i);
            if (token.getType() == Token.EOF || isDeclaration(i) || startsClause(body, i)) {
                return i;
            }
            if (token.getType() == RBRACE && --depth < 0) {
                if (endsBody(body, i)) {
                    return i;
                }
                depth = 0;
            }
            if (token.getType() == LBRACE) {
                depth++;
            }
        }
    }

    /** Whether this brace is the body's, and not one of a repetition that has lost its opening one. */
    private boolean endsBody(Body body, int brace) {
        Token behind = tokens.get(next(brace));
        boolean goesOn = behind.getType() == THEN || behind.getType() == RBRACE;
        return !goesOn && !(body.hasClauseWords() && body.opensClause(behind) && !isDeclaration(next(brace)));
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
                    && DECLARATION_WORDS.contains(token.getType())
                    && (TokenWords.isWord(tokens.get(next(i))) || token.getType() == TEST)) {
                return i;
            }
            if (token.getType() == LBRACE) {
                depth++;
            } else if (token.getType() == RBRACE) {
                depth--;
            }
        }
    }

    /** What no field, no clause and no expression looks like: a word, a name, and what belongs behind it. */
    boolean isDeclaration(int index) {
        int type = tokens.get(index).getType();
        int name = next(index);
        int behind = tokens.get(next(name)).getType();
        if (type == TEST) {
            return tokens.get(name).getType() == STRING && behind == OF;
        }
        if (!TokenWords.isWord(tokens.get(name))) {
            return false;
        }
        return switch (type) {
            case EVENT -> behind == LBRACE;
            case RULE, VIEW -> behind == LBRACE || behind == STRING;
            case TABLE -> behind == KEY;
            // `list list of string` is a field: a list that is called `list` is told apart by what stands around it.
            case LIST ->
                behind == OF && isFirstOnLine(index) && tokens.get(name).getType() != LIST;
            case LET -> (behind == ASSIGN || behind == OF) && isFirstOnLine(index);
            case DECISION -> behind == ON || behind == STRING;
            default -> false;
        };
    }

    private boolean startsClause(Body body, int index) {
        if (!body.opensClause(tokens.get(index))) {
            return false;
        }
        int behind = tokens.get(next(index)).getType();
        if (isFirstOnLine(index)) {
            return !BEHIND_NAMES.contains(behind);
        }
        if (!body.hasClauseWords()) {
            return false;
        }
        return switch (tokens.get(index).getType()) {
            case WITHIN -> behind == DURATION;
            case ONCE -> behind == PER;
            case SKIP_ -> behind == TO;
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
