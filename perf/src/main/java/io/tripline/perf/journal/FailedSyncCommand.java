package io.tripline.perf.journal;

import io.tripline.perf.node.TemporaryFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** P3: whatever sync fails, nothing is acknowledged from then on, and the node says why. */
@Command(
        name = "failed-sync",
        description = "Makes the N-th fsync or fdatasync fail with EIO, for many N. Needs strace.")
public final class FailedSyncCommand implements Callable<Integer> {

    private static final int BATCHES = 100;
    private static final int REFUSALS = 5;

    @Option(names = "--most", defaultValue = "12", description = "the last N (default: ${DEFAULT-VALUE})")
    private int most;

    @Override
    public Integer call() throws Exception {
        boolean right = true;
        for (int n = 1; n <= most; n++) {
            try (TemporaryFolder folder = TemporaryFolder.create("tripline-sync")) {
                FeedProcess feed = new FeedProcess(folder.path().resolve("data"));
                String inject = "inject=fsync,fdatasync:error=EIO:when=" + n;
                feed.run(
                        List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", inject),
                        BATCHES,
                        REFUSALS);
                long lost = feed.lostEvents();
                System.out.printf(
                        "sync %d fails: %d batches acknowledged, %d after it, %d events lost; %s%n",
                        n, feed.acknowledged(), feed.acknowledgedAfterRefusal(), lost, feed.reason());
                right &= feed.acknowledgedAfterRefusal() == 0
                        && lost == 0
                        && !feed.reason().isEmpty();
            }
        }
        return right ? 0 : 1;
    }
}
