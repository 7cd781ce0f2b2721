package io.tripline.console.node;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a node is alive and ready, from the moment it listens to its last. */
class HealthTest {

    @TempDir
    Path data;

    @Test
    void aRunningNodeIsLiveAndReady() {
        try (NodeUnderTest node = NodeUnderTest.start(data)) {
            assertThat(node.get("/health/live").body())
                    .isEqualTo("{\"status\":\"up\",\"state\":\"running\",\"reasons\":[],\"replay\":null}");
            assertThat(node.get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void aNodeThatReplaysItsJournalAnswersWithItsProgress() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "900"), payment("2", "c2", "1"));
            NodeUnderTest.await(() -> node.alerts() == 1);
        }
        CompletableFuture<NodeUnderTest> listening = new CompletableFuture<>();
        try (NodeUnderTest node = NodeUnderTest.start(
                data, sequence -> requireStarting(listening.join(), sequence), listening::complete)) {
            assertThat(node.get("/health/ready").status()).isEqualTo(200);
            assertThat(node.get("/v1/rules").json().path("files").size()).isEqualTo(2);
        }
    }

    /** Called by the replay, which waits meanwhile. */
    private static void requireStarting(NodeUnderTest node, long sequence) {
        assertThat(node.get("/health/live").status()).isEqualTo(200);
        Answer ready = node.get("/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.headers()).containsEntry("Retry-After", "2");
        assertThat(ready.at("state")).isEqualTo("starting");
        assertThat(ready.at("reasons/0/code")).isEqualTo("starting");
        assertThat(ready.at("replay/sequence")).isEqualTo("" + sequence);
        assertThat(ready.at("replay/atLeast")).isEqualTo("" + sequence);
        Answer events = node.postLines(payment("3", "c1", "1"));
        assertThat(events.status()).isEqualTo(503);
        assertThat(events.at("type")).isEqualTo("/problems/starting");
        assertThat(events.at("detail")).startsWith("it replays its journal: ");
        assertThat(events.headers()).containsEntry("Retry-After", "2");
        assertThat(node.get("/v1/rules").status()).isEqualTo(503);
        assertThat(node.get("/v1/status").at("state")).isEqualTo("starting");
        assertThat(node.get("/").status()).isNotEqualTo(503);
    }

    @Test
    void aNodeIsStoppedWhileItReplaysItsJournal() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "900"));
        }
        assertThatThrownBy(() -> NodeUnderTest.start(data, sequence -> {}, node -> node.close()))
                .isInstanceOfSatisfying(
                        NodeStartException.class, e -> assertThat(e.isStopped()).isTrue());
        try (NodeUnderTest node = NodeUnderTest.start(data)) {
            assertThat(node.postLines(payment("1", "c1", "900")).at("duplicates"))
                    .isEqualTo("1");
        }
    }

    /** A stop takes no more events, says so, and waits for what is being delivered. */
    @Test
    void aStoppingNodeRefusesAndDelivers() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer receiver = receiver(threads, arrived, mayAnswer, answered);
        try {
            NodeUnderTest node = NodeUnderTest.withPayments(data, "stop.flush-millis=300000");
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
            node.post("/v1/endpoints", "application/json", "{\"name\":\"slow\",\"url\":\"" + url + "\"}");
            node.postLines(payment("1", "c1", "900"));
            arrived.await();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close, threads);
            NodeUnderTest.await(() -> node.get("/health/ready").status() == 503);
            Answer ready = node.get("/health/ready");
            assertThat(ready.at("reasons/0/detail")).isEqualTo("the node is stopping");
            assertThat(node.get("/health/live").status()).isEqualTo(200);
            Answer events = node.postLines(payment("2", "c1", "1"));
            assertThat(events.status()).isEqualTo(503);
            assertThat(events.headers()).containsKey("Retry-After");
            assertThat(events.at("detail")).isEqualTo("the node is stopping");
            assertThat(stop).isNotDone();
            mayAnswer.countDown();
            stop.join();
            assertThat(answered.getCount()).isZero();
        } finally {
            mayAnswer.countDown();
            receiver.stop(0);
            threads.shutdownNow();
        }
        try (NodeUnderTest node = NodeUnderTest.start(data)) {
            assertThat(node.get("/v1/status").at("outbox/pending")).isEqualTo("0");
        }
    }

    private static HttpServer receiver(
            ExecutorService threads, CountDownLatch arrived, CountDownLatch mayAnswer, CountDownLatch answered)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            arrived.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            answered.countDown();
        });
        server.setExecutor(threads);
        server.start();
        return server;
    }
}
