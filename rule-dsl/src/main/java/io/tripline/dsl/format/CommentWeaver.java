package io.tripline.dsl.format;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.format.Gap.Line;
import io.tripline.dsl.format.Gap.Plain;
import io.tripline.dsl.format.LogicalLine.Piece;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Puts words and comments into lines. A comment that ends a line stays at its end; one that has a line of its own keeps
 * that, indented like what it stands before; any other stays between its neighbours.
 */
final class CommentWeaver {

    private static final int INDENT = 2;

    private final Gaps gaps;
    private final List<LogicalLine> lines = new ArrayList<>();
    /** Indent of the clause or declaration that the words belong to. */
    private int unitIndent;
    /** Whether the next piece cannot stand on this line. */
    private boolean ended;
    /** Whether the last piece opened a body. */
    private boolean opened = true;

    private CommentWeaver(Gaps gaps) {
        this.gaps = gaps;
    }

    static boolean isComment(Token token) {
        return token.getType() == LINE_COMMENT || token.getType() == BLOCK_COMMENT;
    }

    static List<LogicalLine> weave(List<Token> tokens, Gaps gaps) {
        CommentWeaver weaver = new CommentWeaver(gaps);
        List<Token> comments = new ArrayList<>();
        List<Integer> lineEnds = new ArrayList<>();
        Token previous = tokens.get(0);
        int ends = 0;
        for (Token token : tokens) {
            if (token.getType() == NEWLINE) {
                ends += lineEnds(token.getText());
            } else if (isComment(token)) {
                comments.add(token);
                lineEnds.add(ends);
                ends = 0;
            } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                lineEnds.add(ends);
                weaver.gap(comments, lineEnds, token, previous);
                comments.clear();
                lineEnds.clear();
                ends = 0;
                previous = token;
            }
        }
        return weaver.lines;
    }

    private static int lineEnds(String text) {
        int ends = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean second = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            ends += second ? 0 : 1;
        }
        return ends;
    }

    /**
     * The comments before a token, and the token.
     *
     * @param lineEnds how many line ends stand before each of them, the token last
     */
    private void gap(List<Token> comments, List<Integer> lineEnds, Token token, Token previous) {
        Gap gap = gaps.before(token, previous);
        boolean apart = gap instanceof Line line && line.apart();
        for (int i = 0; i < comments.size(); i++) {
            Token comment = comments.get(i);
            boolean endsLine = lineEnds.get(i + 1) > 0 || gap instanceof Line line && line.closing();
            boolean ownLine = lineEnds.get(i) > 0 || lines.isEmpty();
            if (ownLine && (endsLine || comment.getType() == LINE_COMMENT)) {
                startLine(commentIndent(gap, token), apart || lineEnds.get(i) > 1);
                place(comment, Plain.NONE);
                apart = false;
                ended = true;
            } else if (ownLine) {
                // It stands before the word in its line.
                put(comment, gap, apart, lineEnds.get(i));
                gap = Plain.SPACE;
                apart = false;
            } else if (comment.getType() == LINE_COMMENT || gap instanceof Line) {
                lines.get(lines.size() - 1).endWith(text(comment));
                ended = true;
            } else {
                place(comment, Plain.SPACE);
            }
            opened = false;
        }
        if (token.getType() != Token.EOF) {
            put(token, gap, apart, lineEnds.get(comments.size()));
            opened = token.getType() == LBRACE && gaps.before(gaps.next(token), token) instanceof Line;
        }
    }

    private void put(Token token, Gap gap, boolean apart, int lineEnds) {
        if (gap instanceof Line line) {
            startLine(line.indent(), apart || lineEnds > 1 && !line.closing());
            unitIndent = line.indent();
            place(token, Plain.NONE);
        } else if (ended) {
            startLine(unitIndent + INDENT, lineEnds > 1);
            place(token, Plain.NONE);
        } else {
            place(token, gap);
        }
        ended = false;
    }

    private int commentIndent(Gap gap, Token token) {
        if (gap instanceof Line line) {
            return line.closing() && token.getType() != Token.EOF ? line.indent() + INDENT : line.indent();
        }
        return unitIndent + INDENT;
    }

    private void startLine(int indent, boolean blankBefore) {
        lines.add(new LogicalLine(indent, blankBefore && !opened));
    }

    private void place(Token token, Gap gap) {
        lines.get(lines.size() - 1).add(new Piece(text(token), gap, token.getTokenIndex()));
    }

    private static String text(Token token) {
        return token.getType() == LINE_COMMENT ? token.getText().stripTrailing() : token.getText();
    }
}
