package io.tripline.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What formatted files look like. A case is a file: the text, a line of dashes, and the text formatted. With {@code
 * -Dgolden.update=true} the cases are written anew, to be read before they are kept.
 */
class RuleFormatterTest {

    private static final Path CASES = Path.of("src/test/resources/format");
    private static final String RULE = "-".repeat(40) + "\n";

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void looksExactlyLike(String name) throws IOException {
        Path path = CASES.resolve(name);
        String golden = Files.readString(path);
        int end = golden.indexOf(RULE);
        String text = end < 0 ? golden : golden.substring(0, end);

        String formatted = formatted(text);

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(path, text + RULE + formatted);
        } else {
            assertThat(formatted).isEqualTo(golden.substring(end + RULE.length()));
        }
        assertThat(formatted(formatted)).isEqualTo(formatted);
    }

    @Test
    void aFileWithoutTheFormOfTheLanguageIsLeftAloneAndSaysWhy() {
        Formatted formatted = format("rule r {\n  on t: Transaction[amount >\n  alert \"x\"\n}\n");

        assertThat(formatted.text()).isEmpty();
        assertThat(formatted.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("something is missing after `>`: the next clause begins here");
    }

    @Test
    void whatNamesMeanDoesNotMatter() {
        assertThat(formatted("rule r{on t:Nothing[nobody>1] alert \"{nowhere}\"}"))
                .isEqualTo("rule r {\n  on t: Nothing[nobody > 1]\n  alert \"{nowhere}\"\n}\n");
    }

    @Test
    void lineEndsStayWhatTheyAre() {
        assertThat(formatted("list a of string\r\nlist b of string"))
                .isEqualTo("list a of string\r\nlist b of string\r\n");
    }

    @Test
    void anEmptyFileStaysEmpty() {
        assertThat(formatted("")).isEmpty();
        assertThat(formatted("\n\n  \n")).isEmpty();
    }

    @Test
    void aFileOfCommentsKeepsThem() {
        assertThat(formatted("\n  // one  \n\n\n\n/* two\n   lines */")).isEqualTo("// one\n\n/* two\n   lines */\n");
    }

    private static String formatted(String text) {
        Formatted formatted = format(text);
        assertThat(formatted.diagnostics()).isEqualTo(List.of());
        return formatted.text().orElseThrow();
    }

    private static Formatted format(String text) {
        return RuleFormatter.format(new SourceFile("case.trip", text));
    }
}
