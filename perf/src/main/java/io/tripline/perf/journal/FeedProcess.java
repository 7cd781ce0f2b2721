package io.tripline.perf.journal;

import io.tripline.engine.host.Node;
import io.tripline.engine.host.SubmitResult.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a {@link NodeFeed} in a process, reads what it says, and looks afterwards whether it was true. */
final class FeedProcess {

    private static final int SECONDS_TO_END = 60;

    /** Does something when so many batches have been acknowledged. */
    @FunctionalInterface
    interface AtBatch {
        void reached(int acknowledged) throws IOException, InterruptedException;
    }

    private final FeedOptions options;
    private final List<String> said = new ArrayList<>();

    FeedProcess(FeedOptions options) {
        this.options = options;
    }

    /**
     * Runs the feed to its end.
     *
     * @param before what stands before the command, to trace it
     * @param atBatch asked after each acknowledgement
     */
    void run(List<String> before, AtBatch atBatch) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NodeFeed.class.getName()));
        command.addAll(options.arguments());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("acknowledged")) {
                    acknowledged++;
                    atBatch.reached(acknowledged);
                }
            }
        } finally {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    long acknowledged() {
        return said.stream().filter(line -> line.startsWith("acknowledged")).count();
    }

    /** What the first refusal that cannot pass said; empty when there was none. */
    String reason() {
        return said.stream()
                .filter(line -> line.startsWith("refused") && line.contains(" false "))
                .findFirst()
                .orElse("");
    }

    long acknowledgedAfterRefusal() {
        return said.stream()
                .dropWhile(line -> !line.equals(reason()))
                .filter(line -> line.startsWith("acknowledged"))
                .count();
    }

    /** Hands everything acknowledged in once more: what the node does not know as a duplicate it had lost. */
    long lostEvents() {
        return lostEvents(acknowledged());
    }

    /** As above, of the first so many batches that were acknowledged. */
    long lostEvents(long batches) {
        long lost = 0;
        try (Node node = NodeFeed.open(options)) {
            for (int number = 0; number < batches; number++) {
                lost += ((Accepted) node.submitWaiting(NodeFeed.batch(node.catalog(), number, options.events())))
                        .count();
            }
        }
        return lost;
    }
}
