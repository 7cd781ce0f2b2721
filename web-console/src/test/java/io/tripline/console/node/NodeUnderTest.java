package io.tripline.console.node;

import io.tripline.console.settings.NodeSettings;
import io.tripline.console.settings.Setting;
import io.tripline.console.settings.SettingsReader;
import io.tripline.engine.host.RecoveryListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real node on a free port, and a client that calls it. */
public final class NodeUnderTest implements AutoCloseable {

    public static final String PAYMENTS = """
            event Payment {
              id      string     @id
              card    string
              amount  decimal
              at      timestamp  @time
            } late after 1h
            """;

    public static final String LARGE = """
            rule large "A large payment" {
              severity high
              by card
              on p: Payment[amount > 200]
              alert "Card {card}: {p.amount}"
            }
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final NodeServer server;

    /** An answer, read whole. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The text of a member: {@code "errors/0/code"}. */
        public String at(String path) {
            JsonNode node = json().at("/" + path);
            return node.isValueNode() ? node.asString() : node.toString();
        }
    }

    private NodeUnderTest(NodeServer server) {
        this.server = server;
    }

    public static NodeUnderTest start(Path data, String... settings) {
        return new NodeUnderTest(NodeServer.start(read(data, settings), sequence -> {}));
    }

    /** As above; {@code listening} gets the node that listens and has not replayed its journal yet. */
    static NodeUnderTest start(Path data, RecoveryListener recovery, Consumer<NodeUnderTest> listening) {
        return new NodeUnderTest(
                NodeServer.start(read(data), recovery, server -> listening.accept(new NodeUnderTest(server))));
    }

    private static NodeSettings read(Path data, String... settings) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(Setting.DATA.key(), data.toString());
        said.put(Setting.PORT.key(), "0");
        said.put(Setting.REMEMBERED_IDS.key(), "10000");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            said.put(parts[0], parts[1]);
        }
        return SettingsReader.read(Map.of(), said);
    }

    /** A node with the payment events and the rule about large ones. */
    public static NodeUnderTest withPayments(Path data, String... settings) {
        NodeUnderTest node = start(data, settings);
        node.put("payments.trip", PAYMENTS);
        node.put("large.trip", LARGE);
        return node;
    }

    public static String payment(String id, String card, String amount) {
        return "{\"type\":\"Payment\",\"id\":\"" + id + "\",\"card\":\"" + card + "\",\"amount\":" + amount
                + ",\"at\":\"2026-03-01T10:00:00Z\"}";
    }

    public String address() {
        return server.address();
    }

    public HttpClient http() {
        return http;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(TIMEOUT);
    }

    public Answer get(String path) {
        return send(request(path));
    }

    public Answer put(String file, String text, String... headers) {
        return send(headers(request("/v1/rules/" + file), headers).PUT(BodyPublishers.ofString(text)));
    }

    public Answer post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public Answer postLines(String... lines) {
        return post("/v1/events", "application/x-ndjson", String.join("\n", lines));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Waits until something is so, and fails when it never is. */
    public static void await(Callable<Boolean> condition) {
        long endNanos = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (!condition.call()) {
                if (System.nanoTime() > endNanos) {
                    throw new AssertionError("it did not come");
                }
                Thread.sleep(20);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public int alerts() {
        return get("/v1/alerts?limit=500").json().path("alerts").size();
    }

    @Override
    public void close() {
        server.close();
    }
}
