package io.tripline.perf.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the engine, and other engines beside it, each in a process of its own, one after the other. */
@Command(name = "engine", description = "The engine alone: events/s by workload, beside other engines.")
public final class EngineCommand implements Callable<Integer> {

    private static final String PEERS = "io.tripline.perf.peers.";

    @Parameters(
            arity = "0..*",
            description = "workloads: W1, W2, W3, W4, W5, W5b, W6, W7, W12, or longer as printed; all if none is named")
    private List<String> workloads = List.of("W1", "W2", "W3", "W4", "W5", "W5b", "W6", "W7", "W12");

    @Option(names = "--events", defaultValue = "0", description = "instead of each workload's own number")
    private int events;

    @Option(names = "--runs", defaultValue = "5", description = "measured runs (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--warm-up", defaultValue = "2", description = "runs before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--with",
            split = ",",
            defaultValue = "tripline,index,plain,esper,siddhi,flink",
            description = "engines; of the peers those that are built, with mvn -Ppeers (default: ${DEFAULT-VALUE})")
    private List<String> with;

    @Option(names = "--limit-seconds", defaultValue = "120", description = "for one engine (default: ${DEFAULT-VALUE})")
    private long limitSeconds;

    private boolean allRight = true;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String name : workloads) {
            if (name.equalsIgnoreCase("W7") || name.equalsIgnoreCase("W12")) {
                memory(name);
                continue;
            }
            List<Workload> named = Workloads.named(name);
            if (named.isEmpty()) {
                System.err.println("no such workload: " + name);
                return 2;
            }
            for (Workload workload : named) {
                measure(workload);
            }
        }
        return allRight ? 0 : 1;
    }

    private void measure(Workload workload) throws IOException, InterruptedException {
        System.out.printf("%n%s  %s%n", workload.id(), workload.title());
        for (Map.Entry<String, String> contender : contenders().entrySet()) {
            if (!with.contains(contender.getKey())) {
                continue;
            }
            if (contender.getKey().equals("index") && !(workload instanceof ManyRules)) {
                continue;
            }
            String main = EngineProcess.class.getName();
            String line = run(
                    contender.getKey(),
                    List.of(main, contender.getValue(), workload.id(), "" + events, "" + warmUp, "" + runs));
            print(contender.getKey(), line.split("\t", -1));
        }
    }

    private static Map<String, String> contenders() {
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put("tripline", Tripline.class.getName());
        classes.put("index", IndexAlone.class.getName());
        classes.put("plain", HandWritten.class.getName());
        for (String peer : List.of("Esper", "Siddhi", "Flink")) {
            if (Files.isDirectory(peerFolder(peer).resolve("lib"))) {
                classes.put(peer.toLowerCase(Locale.ROOT), PEERS + peer);
            }
        }
        return classes;
    }

    private static Path peerFolder(String peer) {
        return Path.of(
                System.getProperty("tripline.root", "."), "perf", "peers", peer.toLowerCase(Locale.ROOT), "target");
    }

    private void print(String contender, String[] result) {
        if (!result[0].equals("result")) {
            System.out.printf("  %-22s %s%n", contender, String.join(" ", result));
            return;
        }
        if (result[2].equals("-")) {
            System.out.printf("  %-22s %s%n", result[1], result[3]);
            return;
        }
        double count = Double.parseDouble(result[2]);
        System.out.printf(
                "  %-22s %8.3f M events/s (%.3f to %.3f), %.3f M in a second of the thread's own time, deployed in %.0f ms;"
                        + " %,.0f events, %s, %s %s%n",
                result[1],
                count * 1e3 / Long.parseLong(result[3]),
                count * 1e3 / Long.parseLong(result[5]),
                count * 1e3 / Long.parseLong(result[4]),
                count * 1e3 / Long.parseLong(result[9]),
                Long.parseLong(result[6]) / 1e6,
                count,
                result[7],
                result[8],
                result[10]);
        allRight &= result[8].equals("right");
    }

    private void memory(String name) throws IOException, InterruptedException {
        System.out.printf("%n%s%n", name);
        System.out.println("  "
                + run("tripline", List.of(MemoryProcess.class.getName(), name)).replace("\t", " "));
    }

    /** Runs a main class; gives what it printed behind {@code result}, or why there is nothing. */
    private String run(String contender, List<String> mainAndArguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xms3g",
                "-XX:MaxRAMPercentage=40",
                "-cp",
                classPath(contender)));
        command.addAll(opens());
        command.addAll(mainAndArguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder result = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        Thread reader = new Thread(() -> read(process, result, rest));
        reader.start();
        boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        reader.join();
        if (!ended) {
            return "did not finish within " + limitSeconds + " s";
        }
        if (result.isEmpty()) {
            allRight = false;
            return "failed: " + rest.substring(0, Math.min(rest.length(), 2_000));
        }
        return result.toString();
    }

    private static void read(Process process, StringBuilder result, StringBuilder rest) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                (line.startsWith("result\t") ? result : rest).append(line).append('\n');
            }
        } catch (IOException e) {
            // The process was ended for its time; what it has said until then counts.
            rest.append(e);
        }
        if (!result.isEmpty()) {
            result.setLength(result.length() - 1);
        }
    }

    private static String classPath(String contender) {
        boolean peer = List.of("esper", "siddhi", "flink").contains(contender);
        Path target = peerFolder(contender);
        return peer
                ? target.resolve("classes") + ":" + target.resolve("lib") + "/*"
                : System.getProperty("java.class.path");
    }

    /** What Flink reaches into. */
    private static List<String> opens() {
        return List.of(
                "--add-opens", "java.base/java.lang=ALL-UNNAMED", "--add-opens", "java.base/java.util=ALL-UNNAMED");
    }
}
