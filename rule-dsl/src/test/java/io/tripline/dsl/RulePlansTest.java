package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What rules become. A case is a file: rules, a line of dashes, and their plan; it is compiled together with the event
 * types in {@code prelude.trip}. With {@code -Dgolden.update=true} the cases are written anew.
 */
class RulePlansTest {

    private static final Path CASES = Path.of("src/test/resources/plans");
    private static final String LINE = "-".repeat(40) + "\n";

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areAsExpected(String name) throws IOException {
        String golden = Files.readString(CASES.resolve(name));
        int end = golden.indexOf(LINE);
        String text = end < 0 ? golden : golden.substring(0, end);

        Compilation compilation = GoldenPrelude.compile(List.of(GoldenPrelude.FILE, new SourceFile(name, text)));

        assertThat(compilation.diagnostics()).noneMatch(Diagnostic::isError);
        String plan = PlanText.of(compilation.plan().orElseThrow());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(CASES.resolve(name), text + LINE + plan);
        } else {
            assertThat(plan).isEqualTo(golden.substring(end + LINE.length()));
        }
    }
}
