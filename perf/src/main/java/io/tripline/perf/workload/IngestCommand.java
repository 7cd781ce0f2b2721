package io.tripline.perf.workload;

import io.tripline.perf.node.NodeClient;
import io.tripline.perf.node.NodeProcess;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Posts a recorded stream as NDJSON, on each connection a batch when the one before is acknowledged, and compares the
 * alerts. Over one connection the node gets the stream in the order of the file. Over several, batches overtake each
 * other; the event type is then allowed to come a day late, and the alerts that stand in the end must be the same.
 */
@Command(name = "ingest", description = "NDJSON over HTTP into a running node: answers, events/s, acknowledgement.")
public final class IngestCommand implements Callable<Integer> {

    @Mixin
    private RecordedStream stream;

    @Option(names = "--batch", defaultValue = "500", description = "events a request (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(names = "--plain", description = "without gzip")
    private boolean plain;

    @Option(names = "--durability", defaultValue = "disk", description = "disk or process (default: ${DEFAULT-VALUE})")
    private String durability;

    @Option(names = "--connections", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--rule",
            defaultValue = "large_amount,many_transactions,many_terminals",
            split = ",",
            description = "which rules run; together they raise an alert for 7 of 100 events (default: all three)")
    private List<String> rules;

    @Option(names = "--partitions", split = ",", defaultValue = "1,4", description = "default: ${DEFAULT-VALUE}")
    private List<Integer> partitions;

    @Override
    public Integer call() throws Exception {
        List<CardTransaction> transactions = stream.read();
        Map<String, Set<String>> expected = CardAnswers.of(transactions);
        expected.keySet().retainAll(rules);
        NdjsonBatches batches = NdjsonBatches.of(transactions, batch, !plain);
        boolean right = true;
        for (int count : partitions) {
            right &= run(batches, expected, count);
        }
        return right ? 0 : 1;
    }

    private boolean run(NdjsonBatches batches, Map<String, Set<String>> expected, int partitionCount) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-ingest")) {
            Path log = folder.path().resolve("node.log");
            List<String> arguments = List.of("--durability", durability, "--partitions", "" + partitionCount);
            try (NodeProcess node =
                    NodeProcess.start(folder.path().resolve("data"), log, List.of("-Xmx2g"), arguments)) {
                node.client().putRules(CardRules.FILE, CardRules.text(rules, connections > 1));
                long start = System.nanoTime();
                Histogram acknowledgement = postAll(node.client(), batches);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%d partition(s), durability %s, batches of %d%s: %,d events in %.2f s, %,.0f events/s%n",
                        partitionCount,
                        durability,
                        batch,
                        plain ? "" : ", gzip",
                        batches.events(),
                        seconds,
                        batches.events() / seconds);
                System.out.printf(
                        "  acknowledgement (closed loop, %d connection(s)) p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms%n",
                        connections,
                        acknowledgement.getValueAtPercentile(50) / 1e3,
                        acknowledgement.getValueAtPercentile(99) / 1e3,
                        acknowledgement.getValueAtPercentile(99.9) / 1e3,
                        acknowledgement.getMaxValue() / 1e3);
                return CardAnswers.agree(expected, alertsOf(node.client(), expected));
            }
        }
    }

    private Histogram postAll(NodeClient client, NdjsonBatches batches) throws Exception {
        Histogram acknowledgement = new ConcurrentHistogram(3);
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Void>> posting = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                posting.add(threads.submit(() -> {
                    int batchNumber;
                    while ((batchNumber = next.getAndIncrement())
                            < batches.bodies().size()) {
                        long sent = System.nanoTime();
                        post(client, batches.bodies().get(batchNumber));
                        acknowledgement.recordValue((System.nanoTime() - sent) / 1_000);
                    }
                    return null;
                }));
            }
            for (Future<Void> each : posting) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return acknowledgement;
    }

    private void post(NodeClient client, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.postEvents(body, !plain);
        while (response.statusCode() == 429) {
            Thread.sleep(20);
            response = client.postEvents(body, !plain);
        }
        if (response.statusCode() != 200
                || NodeClient.json(response).path("rejected").asInt() != 0) {
            throw new IOException("POST /v1/events: " + response.statusCode() + " " + response.body());
        }
    }

    /** The alerts, once as many have come as must, or a minute has passed. */
    private static Map<String, Set<String>> alertsOf(NodeClient client, Map<String, Set<String>> expected)
            throws IOException, InterruptedException {
        long wanted = expected.values().stream().mapToLong(Set::size).sum();
        long limit = System.nanoTime() + 60_000_000_000L;
        while (client.status().path("alerts").path("firing").asLong() < wanted && System.nanoTime() < limit) {
            Thread.sleep(100);
        }
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String rule : expected.keySet()) {
            Set<String> ids = new LinkedHashSet<>();
            client.alerts(
                    "rule=" + rule,
                    (JsonNode alert) -> ids.add(alert.path("matched")
                            .path(0)
                            .path("events")
                            .path(0)
                            .path("id")
                            .asString()));
            found.put(rule, ids);
        }
        return found;
    }
}
