package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node has acknowledged is there after it was killed, at whatever moment. */
class KillTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedSurvivesKill9() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        long nextId = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> acknowledged = runAndKill(nextId, random.nextInt(20, 400));
            assertThat(acknowledged).as("seed %d", seed).isNotEmpty();
            try (Node node = Node.open(KilledNode.options(directory), new RecordingSink())) {
                for (long first : acknowledged) {
                    EventBatch again = NodeDriver.randomBatch(node.catalog(), 1, first, KilledNode.BATCH);
                    assertThat(NodeDriver.accepted(node.submitWaiting(again)).count())
                            .as("new events among the acknowledged batch %d in round %d, seed %d", first, round, seed)
                            .isZero();
                }
            }
            nextId += 100_000L * KilledNode.BATCH;
        }
    }

    /** Kills the process when it has acknowledged so many batches, and reads what it had said until then. */
    private List<Long> runAndKill(long firstId, int batches) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KilledNode.class.getName()));
        command.addAll(List.of(directory.toString(), Long.toString(firstId)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.matches("[0-9]+ .")) {
                    break; // the last one, cut by the kill
                }
                acknowledged.add(Long.parseLong(line.substring(0, line.length() - 2)));
                if (acknowledged.size() == batches) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(batches);
        return acknowledged;
    }
}
