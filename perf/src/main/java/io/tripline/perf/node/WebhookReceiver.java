package io.tripline.perf.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook receiver that checks what it gets the way any receiver of Standard Webhooks would, with code of its own, and
 * counts.
 */
public final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final ConcurrentMap<String, Integer> bodyById = new ConcurrentHashMap<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong twoBodies = new AtomicLong();
    private final AtomicLong forged = new AtomicLong();
    private volatile byte[] secret = new byte[0];

    private WebhookReceiver(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static WebhookReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        WebhookReceiver receiver = new WebhookReceiver(server, threads);
        server.createContext("/", receiver::handle);
        server.setExecutor(threads);
        server.start();
        return receiver;
    }

    /** Names the secret of the endpoint, as {@code whsec_…}. */
    public void expect(String endpointSecret) {
        secret = Base64.getDecoder().decode(endpointSecret.substring("whsec_".length()));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    /** Waits until that many different ids have come, at most so many seconds. */
    public void awaitIds(long count, int seconds) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (bodyById.size() < count && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    public long received() {
        return received.get();
    }

    public long ids() {
        return bodyById.size();
    }

    public long idsWithTwoBodies() {
        return twoBodies.get();
    }

    public long forged() {
        return forged.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            received.incrementAndGet();
            if (!isSigned(exchange, id, body)) {
                forged.incrementAndGet();
            }
            Integer before = bodyById.putIfAbsent(id, Arrays.hashCode(body));
            if (before != null && before != Arrays.hashCode(body)) {
                twoBodies.incrementAndGet();
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private boolean isSigned(HttpExchange exchange, String id, byte[] body) {
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (timestamp == null || signatures == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return Arrays.asList(signatures.split(" ")).contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
