package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the compiler says about wrong texts, word for word.
 *
 * <p>A case is a file: the text, a line of dashes, and what is printed. It is compiled together with {@code
 * prelude.trip}, unless its first line is {@code // alone}. A line {@code // file: name} begins another file of the rule
 * set. With {@code -Dgolden.update=true} the cases are written anew, to be read before they are kept.
 */
class DiagnosticsTest {

    private static final Path CASES = Path.of("src/test/resources/diagnostics");
    private static final String RULE = "-".repeat(40) + "\n";
    private static final String FILE = "// file: ";

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsExactly(String name) throws IOException {
        Path path = CASES.resolve(name);
        String golden = Files.readString(path);
        int end = golden.indexOf(RULE);
        String text = end < 0 ? golden : golden.substring(0, end);

        String printed = compile(text);

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(path, text + RULE + printed);
        } else {
            assertThat(printed).isEqualTo(golden.substring(end + RULE.length()));
        }
    }

    private static String compile(String text) throws IOException {
        List<SourceFile> files = files(text);
        Compilation compilation = GoldenPrelude.compile(files);
        String printed = compilation.diagnostics().stream()
                .map(diagnostic -> DiagnosticPrinter.print(
                        diagnostic,
                        files.stream()
                                .filter(file ->
                                        file.name().equals(diagnostic.span().file()))
                                .findFirst()
                                .orElseThrow()))
                .collect(Collectors.joining("\n"));
        return (printed.isEmpty() ? "" : printed + "\n")
                + (compilation.succeeded() ? "compiles\n" : "does not compile\n");
    }

    private static List<SourceFile> files(String text) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        if (!text.startsWith("// alone")) {
            files.add(GoldenPrelude.FILE);
        }
        String[] parts = text.split("(?m)^(?=" + FILE + ")", -1);
        for (String part : parts) {
            boolean named = part.startsWith(FILE);
            String name = named ? part.substring(FILE.length(), part.indexOf('\n')) : "case.trip";
            files.add(new SourceFile(name, part));
        }
        return files;
    }
}
