package io.tripline.perf.workload;

import io.tripline.perf.node.NodeProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays a recorded stream with {@code tripline replay}: right, the same for every number of partitions, how fast. */
@Command(name = "replay", description = "tripline replay over a recorded stream: answers, partitions, events/s.")
public final class ReplayCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private RecordedStream stream;

    @Option(names = "--partitions", split = ",", defaultValue = "1,4", description = "default: ${DEFAULT-VALUE}")
    private List<Integer> partitions;

    @Option(names = "--runs", defaultValue = "3", description = "runs for each (default: ${DEFAULT-VALUE})")
    private int runs;

    @Override
    public Integer call() throws Exception {
        List<CardTransaction> transactions = stream.read();
        System.out.printf("%,d transactions%n", transactions.size());
        Map<String, Set<String>> expected = CardAnswers.of(transactions);
        Path folder = Files.createTempDirectory("tripline-replay");
        Path rules = Files.writeString(folder.resolve(CardRules.FILE), CardRules.text());
        boolean right = true;
        Set<String> digests = new LinkedHashSet<>();
        for (int count : partitions) {
            Path out = folder.resolve("outcomes-" + count + ".ndjson");
            double[] seconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                seconds[run] = replay(rules, out, count);
                digests.add(sha256(out));
            }
            Arrays.sort(seconds);
            double median = seconds[runs / 2];
            System.out.printf(
                    "%d partition(s): %.2f s median of %s, %,.0f events/s, start of the JVM included%n",
                    count, median, Arrays.toString(seconds), transactions.size() / median);
            right &= CardAnswers.agree(expected, firings(out));
            Files.delete(out);
        }
        System.out.printf("%d different output(s) over all runs: %s%n", digests.size(), digests);
        Files.delete(rules);
        Files.delete(folder);
        return right && digests.size() == 1 ? 0 : 1;
    }

    private double replay(Path rules, Path out, int partitionCount) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the launcher does.
                "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=60",
                "-jar",
                NodeProcess.jar().toString(),
                "replay",
                "--rules",
                rules.toString(),
                "--out",
                out.toString(),
                "--partitions",
                "" + partitionCount,
                "--stats"));
        command.addAll(stream.replayArguments());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException("tripline replay ended with " + exit);
        }
        return seconds;
    }

    private static Map<String, Set<String>> firings(Path outcomes) throws IOException {
        Map<String, Set<String>> hits = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(outcomes)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode outcome = JSON.readTree(line);
                if (!outcome.path("kind").asString().equals("firing")) {
                    throw new IOException("not expected in an ordered stream: " + line);
                }
                boolean added = hits.computeIfAbsent(outcome.path("rule").asString(), rule -> new LinkedHashSet<>())
                        .add(outcome.path("matched").path("t").path(0).asString());
                if (!added) {
                    throw new IOException("fired twice: " + line);
                }
            }
        }
        return hits;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest.digest());
    }
}
