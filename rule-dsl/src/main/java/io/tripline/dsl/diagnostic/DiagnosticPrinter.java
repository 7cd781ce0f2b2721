package io.tripline.dsl.diagnostic;

import io.tripline.dsl.SourceFile;
import java.util.Locale;

/**
 * Prints a diagnostic for a terminal: where and what, the line of text, and the piece underlined with the hint behind.
 *
 * <pre>
 * cards.trip:3:28: error: `amout` is not a field of Transaction [unknown-field]
 *   3 |   match probe: Transaction[amout &lt; 2]{3,}
 *     |                            ^^^^^ did you mean `amount`?
 * </pre>
 *
 * <p>Columns are counted in UTF-16 code units, as editors do; the underline is set for the width characters have on a
 * terminal. Tabs are shown as {@value #TAB_WIDTH} spaces, control characters as {@code ·}, and of long lines the part
 * around the piece.
 */
public final class DiagnosticPrinter {

    private static final int TAB_WIDTH = 4;
    /** Of a line that is longer, this much is shown. */
    private static final int WIDEST_LINE = 160;
    /** So much of a long line is shown before the piece. */
    private static final int CONTEXT = 40;

    private DiagnosticPrinter() {}

    /** Three lines that end without a line end; two without an underline when the file is not the diagnostic's. */
    public static String print(Diagnostic diagnostic, SourceFile file) {
        SourceSpan span = diagnostic.span();
        String level = diagnostic.level().name().toLowerCase(Locale.ROOT);
        String head = span.file() + ":" + span.startLine() + ":" + span.startColumn() + ": " + level + ": "
                + diagnostic.message() + " [" + diagnostic.code().display() + "]";
        String hint = diagnostic.hint().map(text -> " " + text).orElse("");
        if (!file.name().equals(span.file()) || span.endOffset() > file.text().length()) {
            return head + (hint.isEmpty() ? "" : "\n " + hint);
        }
        Excerpt excerpt = excerpt(file.text(), span);
        String number = Integer.toString(span.startLine());
        return head
                + ("\n  " + number + " | " + excerpt.line).stripTrailing()
                + "\n  " + " ".repeat(number.length()) + " | " + " ".repeat(excerpt.indent)
                + "^".repeat(Math.max(1, excerpt.width)) + hint;
    }

    /**
     * A line as it is shown.
     *
     * @param indent columns before the piece
     * @param width columns of the piece
     */
    private record Excerpt(String line, int indent, int width) {}

    private static Excerpt excerpt(String text, SourceSpan span) {
        int lineStart = span.startOffset() - (span.startColumn() - 1);
        // Looked for no further than it can be shown: there may be many things to say about one very long line.
        int lineEnd = span.startOffset();
        int farthest = Math.min(text.length(), span.startOffset() + WIDEST_LINE + 1);
        while (lineEnd < farthest && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        int from = lineStart;
        int to = lineEnd;
        if (lineEnd - lineStart > WIDEST_LINE) {
            from = between(text, Math.max(lineStart, span.startOffset() - CONTEXT));
            to = between(text, Math.min(lineEnd, from + WIDEST_LINE));
        }
        StringBuilder line = new StringBuilder(from > lineStart ? "…" : "");
        int column = line.length();
        int indent = -1;
        int end = -1;
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            if (i >= span.startOffset() && indent < 0) {
                indent = column;
            }
            if (i >= span.endOffset() && end < 0) {
                end = column;
            }
            column += append(text.codePointAt(i), line);
        }
        int before = indent < 0 ? column : indent;
        int behind = end < 0 ? column : end;
        return new Excerpt(line + (to < lineEnd ? "…" : ""), before, behind - before);
    }

    /** Puts the character into the line and returns its width. */
    private static int append(int codePoint, StringBuilder line) {
        if (codePoint == '\t') {
            line.append(" ".repeat(TAB_WIDTH));
            return TAB_WIDTH;
        }
        int type = Character.getType(codePoint);
        if (type == Character.CONTROL
                || type == Character.FORMAT && DisplayWidth.of(codePoint) > 0
                || type == Character.SURROGATE) {
            line.append('·');
            return 1;
        }
        line.appendCodePoint(codePoint);
        return DisplayWidth.of(codePoint);
    }

    /** The place itself, or the one before if it is inside of a surrogate pair. */
    private static int between(String text, int offset) {
        boolean inside = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return inside ? offset - 1 : offset;
    }
}
