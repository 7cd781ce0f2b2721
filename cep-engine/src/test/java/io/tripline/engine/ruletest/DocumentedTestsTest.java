package io.tripline.engine.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.ruletest.TestResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests in the language reference hold. */
class DocumentedTestsTest {

    private static final Path REFERENCE = Path.of("..", "docs", "language.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```tripline\\n(.*?)^```$");

    @Test
    void noneFails() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(REFERENCE));
        List<SourceFile> events = new ArrayList<>();
        List<TestResult> results = new ArrayList<>();
        while (example.find()) {
            SourceFile file = new SourceFile("example " + example.start(), example.group(1));
            List<SourceFile> together = new ArrayList<>(events);
            together.add(file);
            results.addAll(RuleTests.run(RuleCompiler.compile(together).plan().orElseThrow()));
            if (file.text().startsWith("event")) {
                events.add(file);
            }
        }
        assertThat(results).isNotEmpty();
        assertThat(results.stream().filter(result -> result.status() == Status.FAILED))
                .isEmpty();
    }
}
