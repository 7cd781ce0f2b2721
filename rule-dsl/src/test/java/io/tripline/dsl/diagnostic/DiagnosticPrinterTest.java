package io.tripline.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic.Level;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a diagnostic looks on a terminal. In each text the piece that is meant stands between angle brackets. */
class DiagnosticPrinterTest {

    @Test
    void underlinesThePieceAndPutsTheHintBehind() {
        assertThat(print("rule r {\n  on t: <Trnsfer>[amount > 2]\n}", "did you mean `Transfer`?"))
                .isEqualTo("""
                        a.trip:2:9: error: something is wrong [syntax]
                          2 |   on t: Trnsfer[amount > 2]
                            |         ^^^^^^^ did you mean `Transfer`?""");
    }

    @Test
    void tabsAreShownAsSpaces() {
        assertThat(print("\tx\t<yy\tz>\tw")).isEqualTo(lines("    x    yy    z    w", "         ^^^^^^^"));
    }

    @Test
    void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
        assertThat(print("日本🎉e\u0301 <語x> y")).isEqualTo(lines("日本🎉e\u0301 語x y", "        ^^^"));
    }

    @Test
    void controlCharactersAreShownAsDots() {
        assertThat(print("a\u0000\u001B[31m<b>\uD800")).isEqualTo(lines("a··[31mb·", "       ^"));
    }

    @Test
    void theEndOfALineIsUnderlinedBehindItsLastCharacter() {
        assertThat(print("abc<>\ndef")).isEqualTo(lines("abc", "   ^"));
    }

    @Test
    void ofAPieceOverSeveralLinesTheFirstIsUnderlined() {
        assertThat(print("a <bcd\nef> g")).isEqualTo(lines("a bcd", "  ^^^"));
    }

    @Test
    void ofALongLineThePartAroundThePieceIsShown() {
        String printed = print("x".repeat(1_000) + "<yyy>" + "z".repeat(1_000));

        assertThat(printed.lines())
                .containsExactly(
                        "  1 | …" + "x".repeat(40) + "yyy" + "z".repeat(117) + "…", "    | " + " ".repeat(41) + "^^^");
    }

    @Test
    void lineEndsOfAllKindsAreLineEnds() {
        assertThat(print("a\r\nb\rc\n<d>")).startsWith("a.trip:4:1:").endsWith("  4 | d\n    | ^");
    }

    @Test
    void withoutItsFileOnlyTheMessageIsPrinted() {
        Diagnostic diagnostic = new Diagnostic(
                DiagnosticCode.SYNTAX,
                Level.WARNING,
                new SourceSpan("other.trip", 0, 1, 1, 1, 1, 2),
                "something is wrong",
                Optional.of("do this"));

        assertThat(DiagnosticPrinter.print(diagnostic, new SourceFile("a.trip", "")))
                .isEqualTo("other.trip:1:1: warning: something is wrong [syntax]\n  do this");
    }

    private static String lines(String line, String underline) {
        return "  1 | " + line + "\n    | " + underline;
    }

    /** What is printed; of a first line without the message, which is always the same. */
    private static String print(String marked) {
        String printed = print(marked, "");
        return printed.startsWith("a.trip:1:") ? printed.substring(printed.indexOf('\n') + 1) : printed;
    }

    private static String print(String marked, String hint) {
        int start = marked.indexOf('<');
        int end = marked.indexOf('>', start) - 1;
        String text = marked.substring(0, start) + marked.substring(start + 1, end + 1) + marked.substring(end + 2);
        String before = marked.substring(0, start);
        String[] linesBefore = before.split("\r\n|\r|\n", -1);
        int column = linesBefore[linesBefore.length - 1].length() + 1;
        SourceSpan span = new SourceSpan("a.trip", start, end, linesBefore.length, column, linesBefore.length, column);
        Diagnostic diagnostic = new Diagnostic(
                DiagnosticCode.SYNTAX,
                Level.ERROR,
                span,
                "something is wrong",
                Optional.of(hint).filter(text2 -> !text2.isEmpty()));
        return DiagnosticPrinter.print(diagnostic, new SourceFile("a.trip", text));
    }
}
