package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import io.tripline.dsl.diagnostic.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text whatsoever ends in a plan or in errors that can be printed: never in an exception, never in silence. */
class AnyTextTest {

    private static final int MUTATIONS_PER_SEED = 600;

    private static final Pattern WORD = Pattern.compile("\"[^\"\n]*\"|[A-Za-z_]+|[0-9]+[a-z]*|\\s+|.");

    private static final List<String> FOREIGN = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "'",
            "\\",
            "{{",
            "}}",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "\t",
            "??",
            "?",
            "not",
            "and",
            "then",
            "event",
            "rule",
            "alert",
            "alert \"{",
            "over 5m",
            "within",
            "is missing",
            "by",
            "{3,}",
            "0",
            "99999999999999999999",
            "1.5.2",
            "5m3h",
            "1e9",
            "@",
            "@id",
            "@time",
            "\u0000",
            "\uD83D",
            "🎉",
            "\u00A0",
            "\u2028",
            "＝",
            "count(",
            "list of",
            "enum(",
            "late after",
            ";",
            "$",
            ".");

    private record Corpus(String text, List<String> words) {}

    private static Corpus corpus() throws IOException {
        Path cases = Path.of("src/test/resources");
        String text = Files.readString(cases.resolve("diagnostics/prelude.trip"))
                + Files.readString(cases.resolve("rules/first-look.trip"));
        return new Corpus(
                text, WORD.matcher(text).results().map(MatchResult::group).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mutatedRules(long seed) throws IOException {
        Corpus corpus = corpus();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            String text = mutated(corpus, random);
            try {
                check(text);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + seed + ", mutation " + i + " of this text:\n" + text, e);
            }
        }
    }

    private static String mutated(Corpus corpus, SplittableRandom random) {
        List<String> words = new ArrayList<>(corpus.words());
        int mutations = 1 + random.nextInt(6);
        for (int i = 0; i < mutations; i++) {
            int at = random.nextInt(words.size());
            String other = corpus.words().get(random.nextInt(corpus.words().size()));
            switch (random.nextInt(7)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, other);
                case 2 -> words.set(at, other);
                case 3 -> words.add(at, FOREIGN.get(random.nextInt(FOREIGN.size())));
                case 4 ->
                    words.subList(at, Math.min(words.size(), at + random.nextInt(30)))
                            .clear();
                case 5 -> {
                    String word = words.get(at);
                    words.set(at, word.substring(0, random.nextInt(word.length() + 1)));
                }
                default -> words.subList(at, words.size()).clear();
            }
            if (words.isEmpty()) {
                words.add("rule");
            }
        }
        return String.join("", words);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(300);
            while (text.length() < length) {
                boolean foreign = random.nextInt(3) > 0;
                text.append(foreign ? FOREIGN.get(random.nextInt(FOREIGN.size())) : (char) random.nextInt(0x10000));
            }
            check(text.toString());
        }
    }

    private static Compilation check(String text) {
        SourceFile file = new SourceFile("any.trip", text);
        Compilation compilation = RuleCompiler.compile(List.of(file));
        boolean hasErrors = compilation.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(compilation.succeeded()).isNotEqualTo(hasErrors);
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            SourceSpan span = diagnostic.span();
            assertThat(span.startOffset()).isBetween(0, text.length());
            assertThat(span.endOffset()).isBetween(span.startOffset(), text.length());
            assertThat(DiagnosticPrinter.print(diagnostic, file)).contains(diagnostic.message());
        }
        return compilation;
    }

    static Stream<String> hugeTexts() {
        String rule = "event E { n int  s string  at timestamp @time }\nrule r { on e: E[%s] alert \"x\" }";
        return Stream.of(
                "(".repeat(100_000),
                "[".repeat(100_000),
                "{".repeat(100_000),
                "rule ".repeat(100_000),
                "event E {".repeat(50_000),
                "rule r { on e: E[".repeat(20_000),
                "\"".repeat(100_001),
                "alert \"{".repeat(50_000),
                "/*".repeat(100_000),
                "\n".repeat(500_000),
                ")".repeat(100_000),
                "rule r { " + "by a ".repeat(50_000) + "}",
                "rule r { " + "# ".repeat(50_000) + "}",
                "event E { " + "x list of list of ".repeat(20_000) + " }",
                "event E {\n" + "  merchant app, branch)\n".repeat(30_000) + "}",
                "event E { x " + "list of ".repeat(100_000) + " int }",
                rule.formatted("(".repeat(100_000) + "n"),
                rule.formatted("not ".repeat(100_000) + "n"),
                rule.formatted("n > " + "-".repeat(100_000) + "n"),
                rule.formatted("n > 1" + " + 1".repeat(100_000)),
                rule.formatted("n > 1" + " * 1".repeat(100_000)),
                rule.formatted("n > n" + " ?? n".repeat(100_000)),
                rule.formatted("n > 1" + " > 1".repeat(100_000)),
                rule.formatted("n > 1" + " and n > 1".repeat(50_000)),
                rule.formatted("n in (1" + ", 1".repeat(100_000) + ")"),
                rule.formatted("n > " + "9".repeat(500_000)),
                rule.formatted("n > 0." + "9".repeat(500_000)),
                rule.formatted("at > " + "9".repeat(500_000) + "w"),
                rule.formatted("s == \"" + "\\n".repeat(200_000) + "\""),
                rule.formatted("a".repeat(500_000) + " > 1"),
                rule.formatted("n > " + "count(".repeat(100_000)),
                rule.formatted("n > " + "(-".repeat(150) + "1" + " + 1)".repeat(150)));
    }

    @ParameterizedTest
    @MethodSource("hugeTexts")
    void hugeText(String text) {
        check(text);
    }

    @Test
    void aFileThatIsTooLongIsRefusedAtOnce() {
        Compilation compilation = check("event E { at timestamp @time }\n".repeat(40_000));

        assertThat(compilation.diagnostics()).hasSize(1);
        assertThat(compilation.diagnostics().get(0).message()).isEqualTo("this file is longer than 1000000 characters");
    }

    @Test
    void aLongListOfConditionsIsNoNesting() {
        String conditions = "n > 1" + " and (n > 1 or n < 3)".repeat(2_000);

        assertThat(check("event E { n int  at timestamp @time }\nrule r { on e: E[" + conditions + "] alert \"x\" }")
                        .succeeded())
                .isTrue();
    }
}
