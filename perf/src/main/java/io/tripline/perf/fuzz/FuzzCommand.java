package io.tripline.perf.fuzz;

import io.tripline.dsl.syntax.grammar.TriplineLexer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fuzzes the compiler for some minutes, one process and one thread at a time. */
@Command(name = "fuzz", description = "Fuzzes the compiler with Jazzer: any bytes, and texts made from the grammar.")
public final class FuzzCommand implements Callable<Integer> {

    private static final Map<String, Class<?>> TARGETS =
            new TreeMap<>(Map.of("any", AnyTextFuzzer.class, "composed", ComposedTextFuzzer.class));

    /** Bytes to begin with where bytes are no text. */
    private static final int BYTE_SEEDS = 60;

    @Option(names = "--minutes", defaultValue = "10", description = "over all targets (default: ${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--target", split = ",", defaultValue = "any,composed", description = "default: ${DEFAULT-VALUE}")
    private List<String> targets;

    @Option(
            names = "--work",
            defaultValue = "perf/target/fuzz",
            description = "keeps corpus and findings from run to run (default: ${DEFAULT-VALUE})")
    private Path work;

    @Option(names = "--findings", defaultValue = "20", description = "stop after so many different ones")
    private int mostFindings;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean clean = true;
        for (String target : targets) {
            clean &= fuzz(target, Duration.ofSeconds(Math.round(minutes * 60 / targets.size())));
        }
        return clean ? 0 : 1;
    }

    private boolean fuzz(String target, Duration time) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(work.resolve(target).resolve("corpus"));
        Path findings = Files.createDirectories(work.resolve(target).resolve("findings"));
        if (target.equals("any")) {
            List<String> texts = SeedTexts.ofSources().texts();
            for (int i = 0; i < texts.size(); i++) {
                Files.writeString(corpus.resolve("seed-" + i), texts.get(i));
            }
        }
        if (target.equals("composed")) {
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < BYTE_SEEDS; i++) {
                byte[] bytes = new byte[20 + 8 * i];
                random.nextBytes(bytes);
                Files.write(corpus.resolve("seed-" + i), bytes);
            }
        }
        Path log = work.resolve(target).resolve("log.txt");
        System.out.printf("%s: %d s, log in %s%n", target, time.toSeconds(), log);
        Process process = new ProcessBuilder(command(target, time, corpus, findings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        process.waitFor();
        return report(target, log, findings);
    }

    private List<String> command(String target, Duration time, Path corpus, Path findings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-D" + SeedTexts.ROOT + "=" + System.getProperty(SeedTexts.ROOT, "."),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + TARGETS.get(target).getName(),
                "--instrumentation_includes=io.tripline.dsl.**",
                "--custom_hook_includes=io.tripline.dsl.**",
                "--keep_going=" + mostFindings,
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/",
                "-dict=" + dictionary(),
                "-max_total_time=" + time.toSeconds(),
                "-max_len=6000",
                "-len_control=0",
                "-timeout=60",
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                corpus.toString()));
        return command;
    }

    /** The words of the language, for the mutations of bytes. */
    private Path dictionary() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int token = 1; token <= TriplineLexer.VOCABULARY.getMaxTokenType(); token++) {
            String literal = TriplineLexer.VOCABULARY.getLiteralName(token);
            if (literal != null && !literal.contains("\\")) {
                lines.add('"' + literal.substring(1, literal.length() - 1).replace("\"", "\\\"") + '"');
            }
        }
        return Files.write(work.resolve("dictionary.txt"), lines);
    }

    /** Prints what libFuzzer says at the end, and each finding's first lines; true when there is none. */
    private static boolean report(String target, Path log, Path findings) throws IOException {
        Map<String, String> statistics = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        String last = "";
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#") && line.contains(" cov: ")) {
                    last = line;
                } else if (line.startsWith("stat::")) {
                    String[] parts = line.split(":\\s+", 2);
                    statistics.put(parts[0].substring("stat::".length()), parts[1]);
                } else if (line.startsWith("== Java Exception:") || line.contains("ERROR: libFuzzer")) {
                    found.add(line);
                }
            }
        }
        System.out.printf("%s: %s%n  %s%n", target, last.replaceAll("\\s+", " "), statistics);
        found.forEach(line -> System.out.println("  " + line));
        try (Stream<Path> files = Files.list(findings)) {
            files.sorted().forEach(file -> System.out.println("  kept: " + file));
        }
        return found.isEmpty();
    }
}
