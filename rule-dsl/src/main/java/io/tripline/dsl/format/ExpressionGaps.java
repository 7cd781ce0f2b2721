package io.tripline.dsl.format;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.format.Gap.Plain;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Where expressions and patterns have spaces, and where they are broken when a line is too long: first at commas between
 * columns, then before {@code then} and {@code else}, {@code or}, {@code and}, {@code +}; last of all in brackets.
 */
final class ExpressionGaps {

    /** From one pair of brackets to the one inside; what is outside is broken before. */
    private static final int DEEPER = 10;

    private final Gaps gaps;

    ExpressionGaps(Gaps gaps) {
        this.gaps = gaps;
    }

    /**
     * @param level of the places in it that are broken first
     */
    void lay(ParserRuleContext node, int level) {
        operators(node, level);
        boolean deeper = brackets(node, level + DEEPER);
        for (ParserRuleContext child : node.getRuleContexts(ParserRuleContext.class)) {
            lay(child, deeper ? level + DEEPER : level);
        }
    }

    private void operators(ParserRuleContext node, int level) {
        if (node instanceof SelectClauseContext || node instanceof FromClauseContext) {
            gaps.breakBehindCommas(node, level);
        } else if (node instanceof ExpressionContext) {
            gaps.breakBefore(node, level + 1, THEN, ELSE);
        } else if (node instanceof PatternContext) {
            gaps.breakBefore(node, level + 1, THEN);
        } else if (node instanceof DisjunctionContext) {
            gaps.breakBefore(node, level + 2, OR, BARS);
        } else if (node instanceof ConjunctionContext) {
            gaps.breakBefore(node, level + 3, AND, AMPERSANDS);
        } else if (node instanceof SumContext) {
            gaps.breakBefore(node, level + 4, PLUS, MINUS);
        } else if (node instanceof FactorContext || node instanceof FallbackContext) {
            for (TerminalNode sign : node.getTokens(MINUS)) {
                gaps.setBehind(sign.getSymbol(), Plain.NONE);
            }
        } else if (node instanceof RepetitionContext) {
            closeUp(node);
        }
    }

    /** Whether there are brackets in the node itself, which then have been laid. */
    private boolean brackets(ParserRuleContext node, int level) {
        if (node instanceof CallContext
                || node instanceof KeyPartContext
                || node instanceof EnumTypeContext
                || node instanceof BracketsContext
                || node instanceof FilterContext) {
            return inside(node, level, true);
        }
        if (node instanceof GroupPartContext) {
            gaps.breakBefore(node, level, OR, AND);
            return inside(node, level, false);
        }
        return (node instanceof ParenthesisedContext
                        || node instanceof ListLiteralContext
                        || node instanceof InListContext
                        || node instanceof AbsentContext)
                && inside(node, level, false);
    }

    private boolean inside(ParserRuleContext node, int level, boolean closeToName) {
        boolean round = !node.getTokens(LPAREN).isEmpty();
        if (!round && node.getTokens(LBRACKET).isEmpty()) {
            return false;
        }
        Token open = node.getToken(round ? LPAREN : LBRACKET, 0).getSymbol();
        Token close = node.getToken(round ? RPAREN : RBRACKET, 0).getSymbol();
        if (closeToName) {
            gaps.set(open, Plain.NONE);
        }
        gaps.breakBehindCommas(node, level);
        gaps.breakInside(open, close, level, false);
        return true;
    }

    /** A count stands right behind what it counts: {@code Transaction{3,5}}. */
    private void closeUp(ParserRuleContext repetition) {
        for (Token token = repetition.getStart(); ; token = gaps.next(token)) {
            gaps.set(token, Plain.NONE);
            if (token == repetition.getStop()) {
                return;
            }
        }
    }
}
