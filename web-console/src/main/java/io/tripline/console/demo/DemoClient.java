package io.tripline.console.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a node's API as any program would. */
final class DemoClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String node;

    DemoClient(String node) {
        this.node = node;
    }

    void putRules(String file, String text) throws IOException, InterruptedException {
        send("PUT", "/v1/rules/" + file, "text/plain", text);
    }

    /** Registers the receiver; one of that name from an earlier demo is forgotten. Gives the secret. */
    String register(String name, String url) throws IOException, InterruptedException {
        for (JsonNode endpoint : send("GET", "/v1/endpoints", "", "").path("endpoints")) {
            if (endpoint.path("name").asString().equals(name)) {
                send("DELETE", "/v1/endpoints/" + endpoint.path("id").asString(), "", "");
            }
        }
        String body = JSON.writeValueAsString(Map.of("name", name, "url", url));
        return send("POST", "/v1/endpoints", "application/json", body)
                .path("secret")
                .asString();
    }

    /** All of these events must be new and right. */
    void postEvents(String ndjson) throws IOException, InterruptedException {
        JsonNode answer = send("POST", "/v1/events", "application/x-ndjson", ndjson);
        if (answer.path("rejected").asLong() > 0) {
            throw new IOException("the node rejected events of the demo: " + answer.path("errors"));
        }
    }

    private JsonNode send(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path))
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
