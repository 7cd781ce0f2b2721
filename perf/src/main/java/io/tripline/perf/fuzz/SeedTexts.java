package io.tripline.perf.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people have written in the language: the rule files of the source tree and the examples of the reference.
 *
 * @param declarations event types to write rules about
 * @param texts whole rule files that compile
 * @param splitTexts the same by words, with the white space between them
 * @param words every word of them, once
 */
record SeedTexts(String declarations, List<String> texts, List<List<String>> splitTexts, List<String> words) {

    /** The system property that names the source tree. */
    static final String ROOT = "tripline.root";

    private static final Pattern WORD = Pattern.compile("\"[^\"\n]*\"|[\\p{L}_][\\p{L}\\p{Nd}_]*|[0-9]+[a-z]*|\\s+|.");
    private static final Pattern EXAMPLE = Pattern.compile("```tripline\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EVENT =
            Pattern.compile("^event .*?^}.*?$|^event .*}$", Pattern.DOTALL | Pattern.MULTILINE);

    /** Reads the source tree that {@link #ROOT} names. */
    static SeedTexts ofSources() {
        Path root = Path.of(System.getProperty(ROOT, "."));
        try (Stream<Path> paths = Files.walk(root, 14)) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(".trip")
                            && root.relativize(path).toString().contains("src")
                            && !root.relativize(path).toString().contains("node_modules"))
                    .sorted()
                    .toList();
            List<String> texts = new ArrayList<>();
            for (Path file : files) {
                texts.add(Files.readString(file));
            }
            String reference = Files.readString(root.resolve("docs/language.md"));
            StringBuilder declarations = new StringBuilder();
            List<String> examples = new ArrayList<>();
            EXAMPLE.matcher(reference).results().map(match -> match.group(1)).forEach(examples::add);
            examples.forEach(example -> EVENT.matcher(example)
                    .results()
                    .forEach(event -> declarations.append(event.group()).append('\n')));
            for (String example : examples) {
                texts.add(EVENT.matcher(example).find() ? example : declarations + example);
            }
            return of(declarations.toString(), texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rule files below " + root, e);
        }
    }

    private static SeedTexts of(String declarations, List<String> texts) {
        List<List<String>> split = texts.stream().map(SeedTexts::split).toList();
        TreeSet<String> words = new TreeSet<>();
        split.forEach(words::addAll);
        words.removeIf(String::isBlank);
        return new SeedTexts(declarations, List.copyOf(texts), split, List.copyOf(words));
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
