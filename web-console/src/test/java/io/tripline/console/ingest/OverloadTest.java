package io.tripline.console.ingest;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than a node takes: it goes on or it refuses, and does nothing else. */
class OverloadTest {

    private static final int FOLLOWERS = 1_000;

    @TempDir
    Path data;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void tooManyBodiesAtOnceAreTurnedAwayByTheSource() throws IOException {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data, "events.max-reading-bytes=8388608")) {
            // One that comes while an event is posted is turned away itself, so there are as many as it takes.
            NodeUnderTest.await(() -> {
                beginBody(node);
                return post(node, "http", "a").status() == 429;
            });
            Answer busy = post(node, "http", "b");
            assertThat(busy.status()).isEqualTo(429);
            assertThat(busy.at("type")).isEqualTo("/problems/busy");
            assertThat(busy.headers()).containsEntry("Retry-After", "1");
            assertThat(busy.headers())
                    .containsEntry(
                            "RateLimit-Policy",
                            "\"in-flight\";q=67108864;qu=\"content-bytes\", \"bodies\";q=4;qu=\"concurrent-requests\"");
            assertThat(busy.headers().get("RateLimit")).endsWith(", \"bodies\";r=0");
            Answer other = post(node, "billing", "c");
            assertThat(other.status()).as("another source").isEqualTo(200);
            assertThat(other.headers().get("RateLimit")).matches("\"in-flight\";r=[0-9]+, \"bodies\";r=1");
            hangUp();
            NodeUnderTest.await(() -> post(node, "http", "d").status() == 200);
        }
    }

    @Test
    void aSourceHasAName() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            assertThat(post(node, "shop-1", "a").status()).isEqualTo(200);
            assertThat(post(node, "shop 1", "b").at("detail")).startsWith("the header Tripline-Source is 1 to 256");
            assertThat(post(node, "x".repeat(257), "c").status()).isEqualTo(400);
        }
    }

    /** Most of them are turned away; events and their alerts go on. */
    @Test
    void aThousandConsolesThatFollowTheAlerts() throws IOException {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            for (int i = 0; i < FOLLOWERS; i++) {
                send(connect(node, 0), "GET /v1/alerts/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            NodeUnderTest.await(() -> gauge(node, "tripline_alert_streams") == 64);
            assertThat(post(node, "http", "a").status()).isEqualTo(200);
            NodeUnderTest.await(() -> node.alerts() == 1);
            assertThat(node.get("/v1/alerts/stream").status()).isEqualTo(503);
        }
    }

    /** A follower that takes nothing of what it is sent is dropped, and holds nobody up until then. */
    @Test
    void aStalledFollowerIsDropped() throws IOException {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data, "http.silence-millis=1000")) {
            send(connect(node, 4096), "GET /v1/alerts/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            NodeUnderTest.await(() -> gauge(node, "tripline_alert_streams") == 1);
            String longName = "c".repeat(30_000);
            for (int i = 0; gauge(node, "tripline_alert_streams") == 1; i++) {
                Answer answer =
                        node.postLines(payment("a" + i, longName + i, "900"), payment("b" + i, longName, "900"));
                assertThat(answer.at("accepted")).isEqualTo("2");
                assertThat(i).as("posts before the follower was dropped").isLessThan(20_000);
            }
            assertThat(post(node, "http", "z").status()).isEqualTo(200);
        }
    }

    /** Nobody listens at the endpoint: its deliveries wait, events and alerts go on. */
    @Test
    void aDeadReceiverHoldsNothingUp() throws IOException {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            int port;
            try (Socket free = new Socket()) {
                free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                port = free.getLocalPort();
            }
            String endpoint = "{\"name\":\"dead\",\"url\":\"http://127.0.0.1:" + port + "/\"}";
            assertThat(node.post("/v1/endpoints", "application/json", endpoint).status())
                    .isEqualTo(201);
            for (int i = 0; i < 200; i++) {
                assertThat(post(node, "http", "p" + i).status()).isEqualTo(200);
            }
            NodeUnderTest.await(() -> gauge(node, "tripline_outbox_deliveries") == 200);
            assertThat(node.get("/health/ready").status()).isEqualTo(200);
        }
    }

    private static Answer post(NodeUnderTest node, String source, String id) {
        return node.send(node.request("/v1/events")
                .header("Content-Type", "application/json")
                .header("Tripline-Source", source)
                .POST(BodyPublishers.ofString(payment(id, "c1", "900"))));
    }

    /** A body of which the first byte has come, and the rest never will. */
    private void beginBody(NodeUnderTest node) throws IOException {
        send(
                connect(node, 0),
                "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{");
    }

    private Socket connect(NodeUnderTest node, int receiveBufferBytes) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        if (receiveBufferBytes > 0) {
            socket.setReceiveBufferSize(receiveBufferBytes);
        }
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(node.address()).getPort()));
        return socket;
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static double gauge(NodeUnderTest node, String name) {
        return node.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
