package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.explain.DotWriter;
import io.tripline.dsl.explain.RuleProse;
import io.tripline.dsl.explain.StateGraphBuilder;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How rules are told to people. A case is a file: rules, a line of dashes, and for each rule its sentences and its states
 * as a graph. With {@code -Dgolden.update=true} the cases are written anew.
 */
class ExplanationsTest {

    private static final Path CASES = Path.of("src/test/resources/explanations");
    private static final Path PRELUDE = Path.of("src/test/resources/diagnostics/prelude.trip");
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

        Compilation compilation = RuleCompiler.compile(
                List.of(new SourceFile("prelude.trip", Files.readString(PRELUDE)), new SourceFile(name, text)));

        RuleSetPlan plan = compilation.plan().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
        StringBuilder told = new StringBuilder();
        for (RulePlan rule : plan.rules()) {
            told.append(RuleProse.of(rule, plan)).append('\n');
            told.append(DotWriter.write(rule.name(), StateGraphBuilder.of(rule, plan)));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(CASES.resolve(name), text + LINE + told);
        } else {
            assertThat(told.toString()).isEqualTo(golden.substring(end + LINE.length()));
        }
    }
}
