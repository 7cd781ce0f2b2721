package io.tripline.dsl.format;

import io.tripline.dsl.format.Gap.Plain;
import io.tripline.dsl.format.Gap.Soft;
import io.tripline.dsl.format.LogicalLine.Piece;
import java.util.List;

/** Prints lines, those that are too long in several, broken where they may be. */
final class LineBreaker {

    /** Columns a line should have at most; comments at its end do not count. */
    static final int WIDTH = 100;

    private static final int INDENT = 2;
    private static final String BEFORE_TAIL = "  ";

    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();

    private LineBreaker(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    static String print(List<LogicalLine> lines, String lineEnd) {
        LineBreaker breaker = new LineBreaker(lineEnd);
        lines.forEach(breaker::print);
        return breaker.text.toString();
    }

    private void print(LogicalLine line) {
        if (line.blankBefore()) {
            text.append(lineEnd);
        }
        print(line.pieces(), line.indent());
        line.tail().ifPresent(comment -> {
            int lineStart = text.lastIndexOf("\n") + 1;
            int padding = line.tailColumn() - width(text.substring(lineStart));
            text.append(" ".repeat(Math.max(BEFORE_TAIL.length(), padding))).append(comment);
        });
        text.append(lineEnd);
    }

    private void print(List<Piece> pieces, int indent) {
        int level = pieces.stream()
                .skip(1)
                .mapToInt(piece -> level(piece.gap()))
                .min()
                .orElse(Integer.MAX_VALUE);
        String flat = flat(pieces);
        if (level == Integer.MAX_VALUE || indent + width(flat) <= WIDTH) {
            text.append(" ".repeat(indent)).append(flat);
            return;
        }
        int start = 0;
        for (int i = 1; i <= pieces.size(); i++) {
            if (i == pieces.size() || level(pieces.get(i).gap()) == level) {
                if (start > 0) {
                    text.append(lineEnd);
                }
                int deeper = start > 0 && indented(pieces.get(start), pieces.get(0)) ? INDENT : 0;
                print(pieces.subList(start, i), indent + deeper);
                start = i;
            }
        }
    }

    private static boolean indented(Piece piece, Piece first) {
        return piece.gap() instanceof Soft soft && soft.indented() && soft.group() != first.token();
    }

    private static int level(Gap gap) {
        return gap instanceof Soft soft ? soft.level() : Integer.MAX_VALUE;
    }

    /** All pieces on one line. */
    static String flat(List<Piece> pieces) {
        StringBuilder flat = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0 && isSpace(pieces.get(i).gap())) {
                flat.append(' ');
            }
            flat.append(pieces.get(i).text());
        }
        return flat.toString();
    }

    private static boolean isSpace(Gap gap) {
        return gap == Plain.SPACE || gap instanceof Soft soft && soft.spaced();
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
