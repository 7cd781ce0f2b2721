package io.tripline.console.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API of a running node; what the node has against a call becomes the command's end. */
final class NodeApi {

    static final String USUAL = "http://127.0.0.1:8080";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String node;
    private final Duration patience;

    /** @param patience how long an answer may take */
    NodeApi(String node, Duration patience) {
        this.node = node.endsWith("/") ? node.substring(0, node.length() - 1) : node;
        this.patience = patience;
    }

    JsonNode get(String path) throws InterruptedException {
        return send("GET", path, "");
    }

    JsonNode post(String path, String json) throws InterruptedException {
        return send("POST", path, json);
    }

    private JsonNode send(String method, String path, String body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(node + path))
                    .timeout(patience)
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new CommandFailedException("the node says: " + detail(answer));
            }
            return answer;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("--node is the address of a node, such as " + USUAL, e);
        } catch (JacksonException e) {
            throw new CommandFailedException("what answers at " + node + " is no node: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new CommandFailedException("no answer from the node at " + node + ": " + e, e);
        }
    }

    private static String detail(JsonNode problem) {
        StringBuilder detail = new StringBuilder(problem.path("detail").asString());
        for (JsonNode diagnostic : problem.path("diagnostics")) {
            detail.append("\n  ")
                    .append(diagnostic.path("file").asString())
                    .append(':')
                    .append(diagnostic.path("line").asInt())
                    .append(": ")
                    .append(diagnostic.path("message").asString());
        }
        return detail.toString();
    }
}
