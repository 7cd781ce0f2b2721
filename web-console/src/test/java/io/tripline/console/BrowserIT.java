package io.tripline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks through the console of the jar as it is given away, with a real browser: a rule with a mistake and without, an
 * alert that comes by itself, a webhook and its deliveries. The steps are in {@code frontend/e2e}.
 */
class BrowserIT {

    private static final Path FRONTEND = Path.of("frontend").toAbsolutePath();
    private static final Path PICTURES = Path.of("target", "console-walk").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[1-9][0-9]*");
    private static final long START_SECONDS = 180;
    private static final long WALK_SECONDS = 600;

    @Test
    void everyStepOfTheWalkSucceeds(@TempDir Path folder) throws Exception {
        assumeThat(Files.isExecutable(browser())).as("%s is there", browser()).isTrue();
        Path said = folder.resolve("node.log");
        Process node = start(
                said,
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("tripline.jar"),
                        "run",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString()));
        try {
            String address = addressOf(node, said);
            Path walked = folder.resolve("walk.log");
            Process walk = start(
                    walked, FRONTEND, List.of("npm", "run", "--silent", "e2e", "--", address, PICTURES.toString()));
            try {
                assertThat(walk.waitFor(WALK_SECONDS, TimeUnit.SECONDS))
                        .as("the walk ends")
                        .isTrue();
            } finally {
                stop(walk);
            }
            assertThat(walk.exitValue()).as(Files.readString(walked)).isZero();
        } finally {
            stop(node);
        }
    }

    private static Path browser() {
        return Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    private static Process start(Path output, Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Waits until the node says where it listens. */
    private static String addressOf(Process node, Path said) throws IOException, InterruptedException {
        long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (node.isAlive() && System.nanoTime() < giveUpNanos) {
            String text = Files.readString(said);
            Matcher address = ADDRESS.matcher(text);
            if (text.contains("Ready.") && address.find()) {
                return address.group();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the node did not start:\n" + Files.readString(said));
    }

    /** With what it has started itself: npm starts node, and that a browser. */
    private static void stop(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
