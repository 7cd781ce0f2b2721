package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference shows only what compiles, and knows every kind of diagnostic. */
class LanguageReferenceTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path REFERENCE = DOCS.resolve("language.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```tripline\\n(.*?)^```$");

    @ParameterizedTest
    @ValueSource(strings = {"language.md", "coming-from.md"})
    void everyExampleCompilesWithTheEventTypesBeforeIt(String name) throws IOException {
        String page = Files.readString(DOCS.resolve(name));
        Matcher example = EXAMPLE.matcher(page);
        List<SourceFile> events = new ArrayList<>();
        int examples = 0;
        while (example.find()) {
            long line = page.substring(0, example.start(1)).lines().count() + 1;
            SourceFile file = new SourceFile("line " + line + " of " + name, example.group(1));
            List<SourceFile> together = new ArrayList<>(events);
            together.add(file);

            assertThat(RuleCompiler.compile(together).diagnostics().stream()
                            .map(diagnostic -> DiagnosticPrinter.print(diagnostic, file)))
                    .isEmpty();
            if (file.text().startsWith("event")) {
                events.add(file);
            }
            examples++;
        }
        assertThat(examples).isGreaterThan(6);
    }

    @Test
    void everyKindOfDiagnosticIsListed() throws IOException {
        String page = Files.readString(REFERENCE);

        assertThat(Arrays.stream(DiagnosticCode.values()).map(code -> "`" + code.display() + "`"))
                .allSatisfy(code -> assertThat(page).contains(code));
    }
}
