package io.tripline.perf.node;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a service would call it. Safe for use by several threads. */
public final class NodeClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    NodeClient(String base) {
        this.base = base;
    }

    public String base() {
        return base;
    }

    /** Whether the node answers and takes input. */
    public boolean isRunning() throws InterruptedException {
        try {
            HttpResponse<String> response = get("/v1/status");
            return response.statusCode() == 200
                    && JSON.readTree(response.body()).path("state").asString().equals("running");
        } catch (IOException e) {
            return false; // not listening yet, or no longer
        }
    }

    public JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(get("/v1/status").body());
    }

    /** Puts a rule file; what the node says otherwise is an error. */
    public void putRules(String file, String text) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request("/v1/rules/" + file)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .PUT(BodyPublishers.ofString(text))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("PUT " + file + ": " + response.statusCode() + " " + response.body());
        }
    }

    /** Registers a webhook endpoint; gives its secret. */
    public String addEndpoint(String name, String url) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(java.util.Map.of("name", name, "url", url));
        HttpResponse<String> response = http.send(
                request("/v1/endpoints")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("POST /v1/endpoints: " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("secret").asString();
    }

    /** Posts an NDJSON body and waits for the answer, whatever it is. */
    public HttpResponse<String> postEvents(byte[] body, boolean gzip) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/v1/events").header("Content-Type", "application/x-ndjson");
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        return http.send(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    /** All alerts that fit the query, newest first, page by page. */
    public void alerts(String query, Consumer<JsonNode> each) throws IOException, InterruptedException {
        String cursor = null;
        do {
            String path = "/v1/alerts?limit=500&" + query
                    + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            HttpResponse<String> response = get(path);
            if (response.statusCode() != 200) {
                throw new IOException("GET " + path + ": " + response.statusCode() + " " + response.body());
            }
            JsonNode page = JSON.readTree(response.body());
            page.path("alerts").forEach(each);
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        } while (cursor != null);
    }

    /** An answer's body as JSON. */
    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }
}
