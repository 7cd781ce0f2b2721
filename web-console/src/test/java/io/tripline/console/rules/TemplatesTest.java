package io.tripline.console.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates that the console offers to begin with are rules that the node takes. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("frontend/src/rules/templates");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateCompilesWithoutAWord(Path template) {
        assertThat(RuleCompiler.compile(List.of(read(template))).diagnostics()).isEmpty();
    }

    @Test
    void templatesThatDeclareTheSameEventsDeclareThemAlike() throws IOException {
        // The console leaves out an event that another file declares; the rule must compile over that one.
        String events = declarationsOf("card_testing.trip");
        assertThat(declarationsOf("velocity.trip")).isEqualTo(events);
        assertThat(declarationsOf("many_countries.trip")).isEqualTo(events);
    }

    private static String declarationsOf(String template) throws IOException {
        String text = Files.readString(TEMPLATES.resolve(template));
        return text.substring(text.indexOf("event "), text.indexOf("rule "));
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
