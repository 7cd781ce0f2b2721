package io.tripline.dsl.format;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.format.Gap.Plain;
import io.tripline.dsl.format.Gap.Soft;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What stands before each word of a file. Where nothing is set, the words on both sides decide. */
final class Gaps {

    private static final Set<Integer> NOTHING_BEFORE =
            Set.of(COMMA, COLON, RPAREN, RBRACKET, DOT, QUESTION, TEMPLATE_TEXT, VALUE_START, VALUE_END, TEMPLATE_END);
    private static final Set<Integer> NOTHING_BEHIND = Set.of(LPAREN, LBRACKET, DOT, AT, VALUE_START);

    private final List<Token> tokens;
    private final Gap[] before;

    Gaps(List<Token> tokens) {
        this.tokens = tokens;
        this.before = new Gap[tokens.size()];
    }

    /** What stands before this token when that one is the last before it that is no comment. */
    Gap before(Token token, Token previous) {
        Gap set = before[token.getTokenIndex()];
        if (set != null) {
            return set;
        }
        boolean together = NOTHING_BEFORE.contains(token.getType()) || NOTHING_BEHIND.contains(previous.getType());
        return together ? Plain.NONE : Plain.SPACE;
    }

    void set(Token token, Gap gap) {
        before[token.getTokenIndex()] = gap;
    }

    /** Sets what stands between this token and the next. */
    void setBehind(Token token, Gap gap) {
        set(next(token), gap);
    }

    /** The next token that is no comment. */
    Token next(Token token) {
        int i = token.getTokenIndex() + 1;
        while (tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
            i++;
        }
        return tokens.get(i);
    }

    /** Whether anything but white space stands between two neighbours. */
    boolean hasComment(Token left, Token right) {
        return tokens.subList(left.getTokenIndex() + 1, right.getTokenIndex()).stream()
                .anyMatch(CommentWeaver::isComment);
    }

    /** Lets a long line be broken before each of these words that stand in the node itself. */
    void breakBefore(ParserRuleContext node, int level, Integer... types) {
        Set<Integer> wanted = Set.of(types);
        for (ParseTree child : node.children) {
            if (child instanceof TerminalNode leaf
                    && wanted.contains(leaf.getSymbol().getType())) {
                set(leaf.getSymbol(), new Soft(level, true, node.getStart().getTokenIndex(), true));
            }
        }
    }

    /** Lets a long line be broken behind each comma that stands in the node itself. */
    void breakBehindCommas(ParserRuleContext node, int level) {
        for (TerminalNode comma : node.getTokens(COMMA)) {
            setBehind(comma.getSymbol(), new Soft(level, true, -1, true));
        }
    }

    /** Lets what stands between two brackets have lines of its own. */
    void breakInside(Token open, Token close, int level, boolean spaced) {
        if (next(open) == close) {
            set(close, Plain.NONE);
        } else {
            setBehind(open, new Soft(level, true, -1, spaced));
            set(close, new Soft(level, false, -1, spaced));
        }
    }

    /** Takes back every place where the node could be broken: a message in quotes is one line. */
    void keepOnOneLine(ParserRuleContext node) {
        for (int i = node.getStart().getTokenIndex(); i <= node.getStop().getTokenIndex(); i++) {
            if (before[i] instanceof Soft soft) {
                before[i] = soft.spaced() ? Plain.SPACE : Plain.NONE;
            }
        }
    }
}
