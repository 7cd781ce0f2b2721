package io.tripline.perf.language;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compiles a large rule set: in a fresh JVM, as who starts the program waits for it, and in a warm one. */
@Command(name = "compile", description = "Compiles a large rule set, in fresh JVMs and in a warm one: seconds.")
public final class CompileCommand implements Callable<Integer> {

    @Option(names = "--files", defaultValue = "1000", description = "files (default: ${DEFAULT-VALUE})")
    private int files;

    @Option(names = "--rules-per-file", defaultValue = "10", description = "default: ${DEFAULT-VALUE}")
    private int rulesPerFile;

    @Option(names = "--runs", defaultValue = "5", description = "runs of each kind (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<SourceFile> sources = GeneratedRules.files(seed, files, rulesPerFile);
        long lines = sources.stream()
                .mapToLong(source -> source.text().lines().count())
                .sum();
        long characters =
                sources.stream().mapToLong(source -> source.text().length()).sum();
        System.out.printf(
                "%,d rules in %,d files, %,d lines, %,d characters%n",
                files * rulesPerFile, sources.size(), lines, characters);
        boolean right = compiles(sources);
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-compile")) {
            for (SourceFile source : sources) {
                Files.writeString(folder.path().resolve(source.name()), source.text());
            }
            double[] inside = new double[runs];
            double[] whole = new double[runs];
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                String[] answer = runProcess(folder.path());
                whole[run] = (System.nanoTime() - start) / 1e9;
                inside[run] = Long.parseLong(answer[0]) / 1e9;
                right &= Integer.parseInt(answer[1]) == files * rulesPerFile;
            }
            print("fresh JVM, its start excluded", inside);
            print("fresh JVM, its start included", whole);
        }
        double[] warm = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            right &= compiles(sources);
            warm[run] = (System.nanoTime() - start) / 1e9;
        }
        print("warm JVM", warm);
        return right ? 0 : 1;
    }

    private boolean compiles(List<SourceFile> sources) {
        Compilation compilation = RuleCompiler.compile(sources);
        // Warnings are right: of so many drawn rules some do the same.
        compilation.diagnostics().stream().filter(Diagnostic::isError).limit(5).forEach(System.out::println);
        return compilation.succeeded()
                && compilation.plan().orElseThrow().rules().size() == files * rulesPerFile;
    }

    private static String[] runProcess(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // As the launcher does.
                        "-XX:+UseParallelGC",
                        "-XX:MaxRAMPercentage=60",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CompileProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the compiling process ended with " + process.exitValue());
        }
        return answer.trim().split(" ", -1);
    }

    private static void print(String what, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        System.out.printf("%-30s %6.2f s median of %s%n", what, sorted[sorted.length / 2], rounded(seconds));
    }

    private static String rounded(double[] seconds) {
        return Arrays.toString(
                Arrays.stream(seconds).map(s -> Math.round(s * 100) / 100.0).toArray());
    }
}
