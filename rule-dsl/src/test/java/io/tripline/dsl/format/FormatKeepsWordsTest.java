package io.tripline.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.syntax.RuleParser;
import io.tripline.dsl.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is formatted keeps its words and comments, is read as the same, and is not changed by formatting it again:
 * every text of the tests, the examples and the reference, as it is and with random white space and comments.
 */
class FormatKeepsWordsTest {

    private static final List<Path> PLACES = List.of(
            Path.of("src/test/resources"),
            Path.of("../rules-examples/src"),
            Path.of("../docs"),
            Path.of("../perf/src"));
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```tripline\\n(.*?)^```$");
    private static final Pattern DASHES = Pattern.compile("(?m)^-{10,}$");
    private static final int VARIANTS = 8;
    private static final List<String> SPACES = List.of(
            " ",
            "  ",
            "\t",
            "\n",
            "\n\n",
            "\n\n\n\n",
            "\r\n",
            " // note\n",
            "\n// note \n",
            " /* note */ ",
            "\n/* n\n n */\n");

    @Test
    void everyText() throws IOException {
        long formatted = texts().stream().filter(FormatKeepsWordsTest::holds).count();

        assertThat(formatted).isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyTextWithRandomSpaces(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int formatted = 0;
        for (String text : texts()) {
            Optional<List<Token>> words = words(text);
            for (int i = 0; i < VARIANTS && words.isPresent(); i++) {
                String variant = respaced(words.get(), random);
                try {
                    formatted += holds(variant) ? 1 : 0;
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", this text:\n" + variant, e);
                }
            }
        }
        assertThat(formatted).isGreaterThan(100);
    }

    /** Whether the text can be formatted; fails when that loses anything. */
    private static boolean holds(String text) {
        Optional<List<Token>> words = words(text);
        if (words.isEmpty()) {
            return false;
        }
        String once = format(text).orElseThrow();
        assertThat(spelled(words(once).orElseThrow(() -> new AssertionError("cannot be read any more:\n" + once))))
                .as(once)
                .isEqualTo(spelled(words.get()));
        assertThat(comments(once)).as(once).isEqualTo(comments(text));
        assertThat(format(once)).contains(once);
        return true;
    }

    private static String respaced(List<Token> words, SplittableRandom random) {
        boolean calm = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        Token previous = null;
        for (Token word : words) {
            boolean apart = previous != null && previous.getStopIndex() + 1 < word.getStartIndex();
            boolean newLine = apart && previous.getLine() < word.getLine();
            int choice = calm || !newLine && random.nextInt(8) > 0 ? random.nextInt(2) : random.nextInt(SPACES.size());
            if (newLine && calm) {
                choice = 3 + random.nextInt(SPACES.size() - 3);
            }
            text.append(apart ? SPACES.get(choice) : "").append(word.getType() == Token.EOF ? "" : word.getText());
            previous = word;
        }
        return text.toString();
    }

    private static Optional<String> format(String text) {
        return RuleFormatter.format(new SourceFile("any.trip", text)).text();
    }

    private static SyntaxTree tree(String text) {
        return RuleParser.tree(new SourceFile("any.trip", text), CompilerLimits.DEFAULT);
    }

    private static Optional<List<Token>> words(String text) {
        SyntaxTree tree = tree(text);
        return tree.wellFormed().map(root -> tree.tokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList());
    }

    private static List<String> spelled(List<Token> words) {
        return words.stream().map(word -> word.getType() + " " + word.getText()).toList();
    }

    private static List<String> comments(String text) {
        return tree(text).tokens().stream()
                .filter(CommentWeaver::isComment)
                .map(comment -> comment.getText().stripTrailing())
                .toList();
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path place : PLACES) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                        texts.addAll(texts(path));
                    }
                }
            }
        }
        return texts;
    }

    private static List<String> texts(Path path) throws IOException {
        String name = path.getFileName().toString();
        if (name.endsWith(".md")) {
            Matcher example = EXAMPLE.matcher(Files.readString(path, StandardCharsets.UTF_8));
            return example.results().map(found -> found.group(1)).toList();
        }
        if (!name.endsWith(".txt") && !name.endsWith(".trip")) {
            return List.of();
        }
        return List.of(DASHES.split(Files.readString(path, StandardCharsets.UTF_8)));
    }
}
