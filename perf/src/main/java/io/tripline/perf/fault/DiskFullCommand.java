package io.tripline.perf.fault;

import io.tripline.perf.node.NodeClient;
import io.tripline.perf.node.NodeProcess;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** P4: a node whose data directory is full refuses input, says why, loses nothing, and goes on when there is space. */
@Command(
        name = "disk-full",
        description = "A small loop-mounted data directory filled to the brim. Needs root, mkfs.ext4 and mount.")
public final class DiskFullCommand implements Callable<Integer> {

    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 20_000;

    @Option(
            names = "--size",
            defaultValue = "64",
            description = "of the file system in MiB (default: ${DEFAULT-VALUE})")
    private int sizeMebibytes;

    @Option(names = "--filler", defaultValue = "20", description = "MiB freed later (default: ${DEFAULT-VALUE})")
    private int fillerMebibytes;

    @Option(names = "--brim", description = "another program takes the last free block as well")
    private boolean brim;

    @Option(names = "--node", description = "a further argument for tripline run")
    private List<String> nodeArguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-full")) {
            Path image = folder.path().resolve("disk.img");
            Path mount = Files.createDirectory(folder.path().resolve("disk"));
            run("fallocate", "-l", sizeMebibytes + "MiB", image.toString());
            run("mkfs.ext4", "-q", "-m", "0", image.toString());
            run("mount", "-o", "loop", image.toString(), mount.toString());
            try {
                return experiment(mount, folder.path().resolve("node.log")) ? 0 : 1;
            } finally {
                run("umount", mount.toString());
            }
        }
    }

    private boolean experiment(Path mount, Path log) throws Exception {
        Path filler = mount.resolve("filler");
        Path crumbs = mount.resolve("crumbs");
        run("fallocate", "-l", fillerMebibytes + "MiB", filler.toString());
        List<PaymentBatch> acknowledged = new ArrayList<>();
        Instant start = Instant.now();
        try (NodeProcess node = start(mount, log)) {
            node.client().putRules("payments.trip", quietRules());
            HttpResponse<String> refusal = fill(node.client(), acknowledged, start);
            System.out.printf(
                    "%,d events acknowledged, then %d%n%s%n",
                    events(acknowledged), refusal.statusCode(), refusal.body());
            if (refusal.statusCode() != 503) {
                return false;
            }
            if (brim) {
                takeEverything(crumbs);
            }
            for (int i = 0; i < 20; i++) {
                attempt(node.client(), acknowledged, start);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            System.out.printf(
                    "alive %b, state %s%n",
                    node.isAlive(), node.client().status().path("state"));
            Files.deleteIfExists(crumbs);
            Files.delete(filler);
            long freed = System.nanoTime();
            while (!attempt(node.client(), acknowledged, start)) {
                if (System.nanoTime() - freed > 60_000_000_000L) {
                    System.out.println(
                            "did not resume within 60 s: " + node.client().status());
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            System.out.printf(
                    "taking events again %d ms after space was freed%n", (System.nanoTime() - freed) / 1_000_000);
            for (int i = 0; i < 50; i++) {
                attempt(node.client(), acknowledged, start);
            }
            node.kill();
        }
        try (NodeProcess node = start(mount, log)) {
            long lost = lost(node.client(), acknowledged);
            long expected = (long) acknowledged.size() / 3 * BATCH;
            long alerts = awaitAlerts(node.client(), expected);
            System.out.printf(
                    "after kill -9 and restart: %,d events acknowledged in all, lost %d; alerts %,d of %,d%n",
                    events(acknowledged), lost, alerts, expected);
            return lost == 0 && alerts == expected;
        }
    }

    private NodeProcess start(Path mount, Path log) throws Exception {
        return NodeProcess.start(mount.resolve("data"), log, List.of("-Xmx1g"), nodeArguments);
    }

    /** Only the rule that keeps state: an alert for every payment would fill the disk with alerts. */
    private static String quietRules() throws IOException {
        String text = FaultRules.text();
        int every = text.indexOf("rule every_payment");
        return text.substring(0, every) + text.substring(text.indexOf("rule three_payments"));
    }

    private static HttpResponse<String> fill(NodeClient client, List<PaymentBatch> acknowledged, Instant start)
            throws IOException, InterruptedException {
        HttpResponse<String> last = null;
        for (int i = 0; i < MOST_BATCHES; i++) {
            PaymentBatch next = PaymentBatch.of(0, acknowledged.size(), BATCH, start);
            last = client.postEvents(next.body(), false);
            if (last.statusCode() == 200) {
                acknowledged.add(next);
            } else if (last.statusCode() != 429) {
                return last;
            }
        }
        return last;
    }

    private static boolean attempt(NodeClient client, List<PaymentBatch> acknowledged, Instant start)
            throws IOException, InterruptedException {
        PaymentBatch next = PaymentBatch.of(0, acknowledged.size(), BATCH, start);
        boolean taken = client.postEvents(next.body(), false).statusCode() == 200;
        if (taken) {
            acknowledged.add(next);
        }
        return taken;
    }

    /** Writes into a file until nothing more fits, as another program on the same disk would. */
    private static void takeEverything(Path file) throws IOException, InterruptedException {
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + file, "bs=4k", "status=none")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        System.out.printf("another program took the last %,d bytes%n", Files.size(file));
    }

    /** Posts everything acknowledged once more: what the node does not know as a duplicate it had lost. */
    private static long lost(NodeClient client, List<PaymentBatch> acknowledged)
            throws IOException, InterruptedException {
        long lost = 0;
        for (PaymentBatch batch : acknowledged) {
            HttpResponse<String> response = client.postEvents(batch.body(), false);
            if (response.statusCode() != 200) {
                throw new IOException("POST /v1/events: " + response.statusCode() + " " + response.body());
            }
            lost += NodeClient.json(response).path("accepted").asInt();
        }
        return lost;
    }

    /** How many alerts there are once it is as many as must be, or after a minute. */
    private static long awaitAlerts(NodeClient client, long expected) throws IOException, InterruptedException {
        long limit = System.nanoTime() + 60_000_000_000L;
        long found;
        do {
            TimeUnit.MILLISECONDS.sleep(200);
            found = client.status().path("alerts").path("firing").asLong();
        } while (found < expected && System.nanoTime() < limit);
        return found;
    }

    private static long events(List<PaymentBatch> batches) {
        return (long) batches.size() * BATCH;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
