package io.tripline.perf.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, started from the runnable jar. */
public final class NodeProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final NodeClient client;
    private final Path log;

    private NodeProcess(Process process, NodeClient client, Path log) {
        this.process = process;
        this.client = client;
        this.log = log;
    }

    /**
     * Starts a node and waits until it takes input.
     *
     * @param data its data directory
     * @param log gets its output, appended
     * @param javaOptions for the JVM, such as {@code -Xmx1g}
     * @param arguments behind {@code run --data … --port …}
     */
    public static NodeProcess start(Path data, Path log, List<String> javaOptions, List<String> arguments)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar().toString(), "run", "--data", data.toString(), "--port", "" + port));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        NodeProcess node = new NodeProcess(process, new NodeClient("http://127.0.0.1:" + port), log);
        try {
            node.awaitRunning();
        } catch (IOException | InterruptedException | RuntimeException e) {
            node.kill();
            throw e;
        }
        return node;
    }

    public NodeClient client() {
        return client;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, and kill -9 if that does not end it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the node did not stop within 60 s of SIGTERM; see " + log);
    }

    /** The runnable jar that {@code perf/run} names. */
    public static Path jar() {
        Path jar = Path.of(System.getProperty("tripline.jar", "web-console/target/tripline.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there: run mvn package");
        }
        return jar;
    }

    private void awaitRunning() throws IOException, InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("the node ended with " + process.exitValue() + "; see " + log);
            }
            if (client.isRunning()) {
                return;
            }
            if (System.nanoTime() > limit) {
                throw new IOException("the node did not start within " + START_LIMIT + "; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
