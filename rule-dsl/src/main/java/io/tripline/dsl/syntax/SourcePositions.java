package io.tripline.dsl.syntax;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Arrays;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Turns the parser's positions into spans. The parser counts Unicode code points; spans count UTF-16 code units, which
 * is what editors and Java count. Lines end with {@code \n}, {@code \r\n} or {@code \r}.
 */
final class SourcePositions {

    private final SourceFile file;
    private final int[] lineStarts;
    /** The offset of each code point; empty when each is one code unit. */
    private final int[] offsetByCodePoint;

    SourcePositions(SourceFile file) {
        this.file = file;
        this.lineStarts = lineStarts(file.text());
        int codePoints = file.text().codePointCount(0, file.text().length());
        this.offsetByCodePoint =
                codePoints == file.text().length() ? new int[0] : offsetByCodePoint(file.text(), codePoints);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static int[] offsetByCodePoint(String text, int codePoints) {
        int[] offsets = new int[codePoints + 1];
        int offset = 0;
        for (int i = 0; i < codePoints; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[codePoints] = offset;
        return offsets;
    }

    SourceSpan of(Token token) {
        return of(token, token);
    }

    SourceSpan of(ParserRuleContext context) {
        return of(context.getStart(), context.getStop());
    }

    /** From the first character of one token to the last of another; of nothing when that is before it. */
    SourceSpan of(Token first, Token last) {
        int start = offset(first.getStartIndex());
        int end = offset(last.getStopIndex() + 1);
        return between(start, Math.max(start, end));
    }

    /** From one offset, in UTF-16 code units, to before another. */
    SourceSpan between(int start, int end) {
        int startLine = line(start);
        int endLine = line(end);
        return new SourceSpan(
                file.name(),
                start,
                end,
                startLine + 1,
                start - lineStarts[startLine] + 1,
                endLine + 1,
                end - lineStarts[endLine] + 1);
    }

    /** The offset of a code point in UTF-16 code units. */
    int offset(int codePoint) {
        return offsetByCodePoint.length == 0 ? codePoint : offsetByCodePoint[codePoint];
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
