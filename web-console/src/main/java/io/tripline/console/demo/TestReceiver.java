package io.tripline.console.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tripline.alerting.webhook.EndpointSecret;
import io.tripline.alerting.webhook.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives webhooks on a loopback port, verifies them as Standard Webhooks 1.0 says, and keeps the newest.
 * {@code GET /received} gives what it got. Safe for use by several threads.
 */
public final class TestReceiver implements AutoCloseable {

    private static final int MAX_BODY_BYTES = 64 << 10;
    private static final int KEPT = 10_000;
    private static final long TOLERANCE_SECONDS = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<ReceivedWebhook> received = new ArrayList<>();
    private final Consumer<ReceivedWebhook> listener;
    private volatile Optional<EndpointSecret> secret = Optional.empty();

    private TestReceiver(HttpServer server, Consumer<ReceivedWebhook> listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Listens on a free port; {@code listener} hears of each webhook. */
    public static TestReceiver start(Consumer<ReceivedWebhook> listener) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TestReceiver receiver = new TestReceiver(server, listener);
        server.createContext("/webhook", receiver::webhook);
        server.createContext("/received", receiver::list);
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    /** Webhooks that come before this is said cannot be verified. */
    public void expect(EndpointSecret signedWith) {
        secret = Optional.of(signedWith);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<ReceivedWebhook> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    private void webhook(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
            ReceivedWebhook webhook = read(exchange, body);
            synchronized (received) {
                if (received.size() == KEPT) {
                    received.remove(0);
                }
                received.add(webhook);
            }
            exchange.sendResponseHeaders(webhook.verified() ? 204 : 401, -1);
            listener.accept(webhook);
        }
    }

    private ReceivedWebhook read(HttpExchange exchange, byte[] body) {
        String id = header(exchange, "webhook-id");
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException e) {
            json = JSON.createObjectNode();
        }
        JsonNode data = json.path("data");
        return new ReceivedWebhook(
                Instant.now(),
                id,
                isVerified(id, header(exchange, "webhook-timestamp"), header(exchange, "webhook-signature"), body),
                json.path("type").asString(""),
                data.path("id").asString(""),
                data.path("rule").asString(""),
                data.path("severity").asString(""),
                data.path("key").isObject() ? data.path("key").toString() : "{}",
                data.path("message").asString(""));
    }

    private boolean isVerified(String id, String timestamp, String signatures, byte[] body) {
        if (secret.isEmpty()) {
            return false;
        }
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            return false;
        }
        if (Math.abs(Instant.now().getEpochSecond() - seconds) > TOLERANCE_SECONDS) {
            return false;
        }
        byte[] expected = WebhookSignature.sign(secret.get(), id, seconds, body).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(signatures.split(" ", -1))
                .anyMatch(given -> MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = JSON.writeValueAsBytes(Map.of("received", received()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
