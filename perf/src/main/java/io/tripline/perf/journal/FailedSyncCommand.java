package io.tripline.perf.journal;

import io.tripline.engine.host.Durability;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** P3: whatever call to the disk fails, nothing is acknowledged falsely from then on, and the node says why. */
@Command(name = "failed-sync", description = "Makes the N-th call of a kind fail with EIO, for many N. Needs strace.")
public final class FailedSyncCommand implements Callable<Integer> {

    private static final int BATCHES = 100;
    private static final int REFUSALS = 5;
    private static final int EVENTS = 50;

    /** Small, so that files are ended and begun within the hundred batches. */
    private static final long SEGMENT_BYTES = 300_000;

    @Option(names = "--most", defaultValue = "12", description = "the last N (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(
            names = "--calls",
            split = "/",
            defaultValue = "fsync,fdatasync/msync/pwrite64/fallocate/ftruncate",
            description = "groups of system calls, one after the other (default: ${DEFAULT-VALUE})")
    private List<String> groups;

    @Override
    public Integer call() throws Exception {
        boolean right = true;
        for (String calls : groups) {
            boolean failing = true;
            for (int n = 1; n <= most && failing; n++) {
                try (TemporaryFolder folder = TemporaryFolder.create("tripline-sync")) {
                    Path trace = folder.path().resolve("trace");
                    FeedProcess feed = feed(folder.path(), calls, n, trace);
                    failing = injected(trace);
                    right &= report(feed, calls, n, failing);
                }
            }
        }
        return right ? 0 : 1;
    }

    private static FeedProcess feed(Path folder, String calls, int n, Path trace)
            throws IOException, InterruptedException {
        FeedProcess feed = new FeedProcess(
                new FeedOptions(folder.resolve("data"), EVENTS, BATCHES, REFUSALS, Durability.DISK, SEGMENT_BYTES));
        feed.run(
                List.of(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        trace.toString(),
                        "-e",
                        "trace=" + calls,
                        "-e",
                        "inject=" + calls + ":error=EIO:when=" + n),
                acknowledged -> {});
        return feed;
    }

    private static boolean injected(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.anyMatch(line -> line.contains("(INJECTED)"));
        }
    }

    /**
     * An error after which the node goes on is right when it has lost nothing: another way was found. So is a process that
     * does not start: the first calls are those of the JVM, which unpacks libraries.
     */
    private static boolean report(FeedProcess feed, String calls, int n, boolean failing) {
        if (!failing) {
            System.out.printf("%s: there is no call %d; %d batches acknowledged%n", calls, n, feed.acknowledged());
            return feed.acknowledged() == BATCHES;
        }
        long lost = feed.lostEvents();
        boolean stopped = !feed.reason().isEmpty();
        System.out.printf(
                "%s %d fails: %d batches acknowledged, %d after it, %d events lost; %s%n",
                calls,
                n,
                feed.acknowledged(),
                feed.acknowledgedAfterRefusal(),
                lost,
                stopped ? feed.reason() : feed.acknowledged() == 0 ? "did not start" : "went on");
        boolean explained = stopped || feed.acknowledged() == 0 || feed.acknowledged() == BATCHES;
        return lost == 0 && feed.acknowledgedAfterRefusal() == 0 && explained;
    }
}
