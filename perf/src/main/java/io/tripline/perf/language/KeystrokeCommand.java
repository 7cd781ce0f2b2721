package io.tripline.perf.language;

import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.service.LanguageService;
import io.tripline.dsl.service.Position;
import io.tripline.dsl.service.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long an editor waits after a keystroke, with a warm compiler. */
@Command(name = "keystroke", description = "What an editor asks after each keystroke in a long file: milliseconds.")
public final class KeystrokeCommand implements Callable<Integer> {

    private static final int RULES_PER_FILE = 10;

    @Option(names = "--lines", defaultValue = "500", description = "of the edited file (default: ${DEFAULT-VALUE})")
    private int lines;

    @Option(
            names = "--others",
            defaultValue = "20",
            description = "other files of 10 rules (default: ${DEFAULT-VALUE})")
    private int others;

    @Option(names = "--keystrokes", defaultValue = "3000", description = "measured ones (default: ${DEFAULT-VALUE})")
    private int keystrokes;

    @Option(names = "--warm-up", defaultValue = "1000", description = "keystrokes before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    /**
     * What is asked after each keystroke; a number that is made of the whole answer. The compiler alone reads all files
     * each time, the language service the edited one.
     */
    private static Map<String, ToIntFunction<Keystroke>> questions(Workspace others) {
        Map<String, ToIntFunction<Keystroke>> questions = new LinkedHashMap<>();
        questions.put(
                "compiler",
                key -> RuleCompiler.compile(key.files()).diagnostics().size());
        questions.put(
                "diagnostics", key -> others.with(key.edited()).diagnostics().size());
        questions.put("completion", key -> completions(others.with(key.edited()), key));
        questions.put("both", key -> {
            Workspace workspace = others.with(key.edited());
            return workspace.diagnostics().size() + completions(workspace, key);
        });
        return questions;
    }

    private static int completions(Workspace workspace, Keystroke key) {
        String before = key.edited().text().substring(0, key.offset());
        Position cursor = new Position(
                (int) before.chars().filter(c -> c == '\n').count(), before.length() - before.lastIndexOf('\n') - 1);
        return LanguageService.complete(workspace, key.edited().name(), cursor)
                .items()
                .size();
    }

    @Override
    public Integer call() {
        List<SourceFile> files = GeneratedRules.files(seed, others, RULES_PER_FILE);
        SourceFile edited = ofLines(lines);
        System.out.printf(
                "a file of %,d lines among %,d files of %,d lines%n",
                edited.text().lines().count(),
                files.size(),
                files.stream().mapToLong(file -> file.text().lines().count()).sum());
        questions(Workspace.of(files))
                .forEach((name, question) -> ask(name, question, new Typing(files, edited, seed)));
        return 0;
    }

    /** Rules under names of their own that fill that many lines. */
    private SourceFile ofLines(int wanted) {
        StringBuilder text = new StringBuilder();
        long written = 0;
        List<SourceFile> more = new ArrayList<>(GeneratedRules.files(seed + 1, wanted, 1));
        for (SourceFile file : more.subList(1, more.size())) {
            String rule = file.text().replaceFirst("(?m)^rule r", "rule edited");
            written += rule.lines().count();
            if (written > wanted) {
                break;
            }
            text.append(rule);
        }
        return new SourceFile("edited.trip", text.toString());
    }

    private void ask(String name, ToIntFunction<Keystroke> question, Typing typing) {
        Histogram micros = new Histogram(60_000_000L, 3);
        long answers = 0;
        for (int i = -warmUp; i < keystrokes; i++) {
            Keystroke key = typing.next();
            long start = System.nanoTime();
            answers += question.applyAsInt(key);
            long nanos = System.nanoTime() - start;
            if (i >= 0) {
                micros.recordValue(nanos / 1_000);
            }
        }
        System.out.printf(
                "%-12s %,d keystrokes: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms (%,d answers)%n",
                name,
                keystrokes,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3,
                answers);
    }
}
