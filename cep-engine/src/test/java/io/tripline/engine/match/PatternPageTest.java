package io.tripline.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/patterns.md} says, line by line of its tables. */
class PatternPageTest {

    private static final Path PAGE = Path.of("..", "docs", "patterns.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\| (?:`([^`]+)`|none) \\|.*");

    /** A line of a table; no matches are an empty list. */
    record Example(String pattern, String stream, List<String> matches) {}

    static Stream<Example> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Example(
                        row.group(1),
                        row.group(2),
                        row.group(3) == null ? List.of() : List.of(row.group(3).split("; ", -1))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void matchesWhatItSays(Example example) {
        Letters letters = Letters.of(Letters.match(example.pattern()));
        List<String> matches = Stream.concat(
                        letters.matches(example.stream()).stream(), letters.matchesAtTheEnd().stream())
                .map(match -> match.replaceFirst("^\\+ r ", ""))
                .collect(Collectors.toList());
        assertThat(matches).isEqualTo(example.matches());
    }
}
