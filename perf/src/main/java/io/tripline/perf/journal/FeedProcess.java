package io.tripline.perf.journal;

import io.tripline.engine.host.Node;
import io.tripline.engine.host.SubmitResult.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a {@link NodeFeed} under some tracer, reads what it says, and looks afterwards whether it was true. */
final class FeedProcess {

    private static final int EVENTS = 50;

    private final Path directory;
    private final List<String> said = new ArrayList<>();

    FeedProcess(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs the feed to its end.
     *
     * @param before what stands before the command, to trace it
     */
    void run(List<String> before, int batches, int refusals) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NodeFeed.class.getName()));
        command.addAll(Stream.of(directory, EVENTS, batches, refusals)
                .map(Object::toString)
                .toList());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(said::add);
        }
        process.waitFor();
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
        long lost = 0;
        try (Node node = NodeFeed.open(directory)) {
            for (int number = 0; number < acknowledged(); number++) {
                lost += ((Accepted) node.submitWaiting(NodeFeed.batch(node.catalog(), number, EVENTS))).count();
            }
        }
        return lost;
    }
}
