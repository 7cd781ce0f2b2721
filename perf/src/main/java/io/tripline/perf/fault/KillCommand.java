package io.tripline.perf.fault;

import io.tripline.perf.node.NodeClient;
import io.tripline.perf.node.NodeProcess;
import io.tripline.perf.node.TemporaryFolder;
import io.tripline.perf.node.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** P1 and P7: the node is killed at random moments under load; nothing acknowledged is lost, nothing alerts twice. */
@Command(name = "kill", description = "kill -9 at random moments under HTTP load: lost, doubled, webhooks.")
public final class KillCommand implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "50", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--posters", defaultValue = "2", description = "posting threads (default: ${DEFAULT-VALUE})")
    private int posterCount;

    @Option(names = "--batch", defaultValue = "10", description = "events a request (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(names = "--longest", defaultValue = "1500", description = "longest life in ms (default: ${DEFAULT-VALUE})")
    private int longestLifeMillis;

    @Option(names = "--publish", description = "rules are published all the time, too")
    private boolean publish;

    @Option(names = "--seed", description = "of the moments (default: the clock)")
    private Long seed;

    @Option(names = "--node", description = "a further argument for tripline run")
    private List<String> nodeArguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? System.nanoTime() : seed;
        System.out.println("seed " + chosen);
        SplittableRandom random = new SplittableRandom(chosen);
        Instant start = Instant.now();
        List<Poster> posters = new ArrayList<>();
        for (int i = 0; i < posterCount; i++) {
            posters.add(new Poster(i, batch, start));
        }
        List<Long> restartMillis = new ArrayList<>();
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-kill");
                WebhookReceiver receiver = WebhookReceiver.start()) {
            for (int round = 0; round < rounds; round++) {
                long begin = System.nanoTime();
                NodeProcess node = start(folder.path());
                restartMillis.add((System.nanoTime() - begin) / 1_000_000);
                if (round == 0) {
                    node.client().putRules("payments.trip", FaultRules.text());
                    receiver.expect(node.client().addEndpoint("receiver", receiver.url()));
                }
                long life = random.nextInt(50, longestLifeMillis);
                System.out.printf(
                        "round %d: up after %d ms, killed after %d ms%n", round, restartMillis.get(round), life);
                killUnderLoad(node, posters, life);
            }
            try (NodeProcess node = start(folder.path())) {
                for (Poster poster : posters) {
                    poster.finish(node.client());
                }
                return report(node.client(), posters, receiver, restartMillis) ? 0 : 1;
            }
        }
    }

    private NodeProcess start(Path folder) throws Exception {
        return NodeProcess.start(folder.resolve("data"), folder.resolve("node.log"), List.of("-Xmx1g"), nodeArguments);
    }

    private void killUnderLoad(NodeProcess node, List<Poster> posters, long lifeMillis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(posters.size() + 1);
        try {
            List<Future<Void>> posting = new ArrayList<>();
            for (Poster poster : posters) {
                posting.add(threads.submit(() -> {
                    poster.postUntilSilence(node.client());
                    return null;
                }));
            }
            if (publish) {
                posting.add(threads.submit(() -> {
                    publishUntilSilence(node.client());
                    return null;
                }));
            }
            TimeUnit.MILLISECONDS.sleep(lifeMillis);
            node.kill();
            for (Future<Void> each : posting) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Changes a rule that never fires, over and over. */
    private static void publishUntilSilence(NodeClient client) throws InterruptedException {
        for (int number = 0; ; number++) {
            try {
                client.putRules("never.trip", FaultRules.neverFires(number));
            } catch (IOException e) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean report(NodeClient client, List<Poster> posters, WebhookReceiver receiver, List<Long> restartMillis)
            throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (int p = 0; p < posters.size(); p++) {
            acknowledged.addAll(posters.get(p).acknowledged());
            for (int number = 0; number < posters.get(p).batches(); number++) {
                for (int i = 0; i < batch; i++) {
                    accounts.add(PaymentBatch.account(p, number, i));
                }
            }
        }
        long expectedAlerts = (long) acknowledged.size() + accounts.size();
        receiver.awaitIds(expectedAlerts, 300);

        Map<String, Integer> payments = new HashMap<>();
        client.alerts("rule=every_payment", alert -> payments.merge(paymentOf(alert), 1, Integer::sum));
        Map<String, Integer> triples = new HashMap<>();
        client.alerts(
                "rule=three_payments",
                alert -> triples.merge(alert.path("key").path("account").asString(), 1, Integer::sum));

        long lost = count(acknowledged, payments, 0) + count(accounts, triples, 0);
        long doubled = payments.values().stream().filter(n -> n > 1).count()
                + triples.values().stream().filter(n -> n > 1).count();
        long foreign = payments.keySet().stream()
                .filter(id -> !acknowledged.contains(id))
                .count();
        int repeated = posters.stream().mapToInt(Poster::repeated).sum();
        restartMillis.sort(null);
        System.out.printf(
                "rounds %d, events acknowledged %,d, batches posted again %d, alerts %,d%n",
                rounds, acknowledged.size(), repeated, expectedAlerts);
        System.out.printf("lost %d, doubled %d, never posted %d%n", lost, doubled, foreign);
        System.out.printf(
                "webhooks %,d with %,d ids (%,d expected), ids with two bodies %d, wrong signatures %d%n",
                receiver.received(), receiver.ids(), expectedAlerts, receiver.idsWithTwoBodies(), receiver.forged());
        System.out.printf(
                "start %d ms median, %d ms longest%n",
                restartMillis.get(restartMillis.size() / 2), restartMillis.get(restartMillis.size() - 1));
        return lost == 0
                && doubled == 0
                && foreign == 0
                && receiver.ids() == expectedAlerts
                && receiver.idsWithTwoBodies() == 0
                && receiver.forged() == 0;
    }

    private static String paymentOf(JsonNode alert) {
        return alert.path("matched").path(0).path("events").path(0).path("id").asString();
    }

    private static long count(Set<String> expected, Map<String, Integer> found, int times) {
        return expected.stream()
                .filter(id -> found.getOrDefault(id, 0) == times)
                .count();
    }
}
