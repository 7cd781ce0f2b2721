package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One mistake gives one error: whichever single word of good rules is lost or doubled, there is one thing to say. */
class OneMistakeTest {

    private static final Pattern WORD = Pattern.compile("//[^\n]*|\"[^\"\n]*\"|[A-Za-z_]+|[0-9]+[a-z]*|\\S");

    @Test
    void ofALostWord() throws IOException {
        eachWord(word -> "");
    }

    @Test
    void ofADoubledWord() throws IOException {
        eachWord(word -> word + " " + word);
    }

    private static void eachWord(UnaryOperator<String> mistake) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/rules/first-look.trip"));
        List<MatchResult> words = WORD.matcher(text).results().toList();
        assertThat(words).hasSizeGreaterThan(200);
        for (MatchResult word : words) {
            String wrong = text.substring(0, word.start()) + mistake.apply(word.group()) + text.substring(word.end());
            SourceFile file = new SourceFile("wrong.trip", wrong);
            List<Diagnostic> errors = RuleCompiler.compile(List.of(file)).diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .toList();

            assertThat(errors)
                    .as(errors.stream()
                            .map(error -> DiagnosticPrinter.print(error, file))
                            .collect(Collectors.joining("\n")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
