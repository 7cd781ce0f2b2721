package io.tripline.console.cli;

import io.tripline.console.backtest.BacktestBody;
import io.tripline.console.backtest.ResultView;
import io.tripline.engine.backtest.BacktestProgress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backtest that a running node does. */
final class NodeBacktest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String node;
    private final Consumer<BacktestProgress> progress;
    private String id = "";

    NodeBacktest(String node, Consumer<BacktestProgress> progress) {
        this.node = node.endsWith("/") ? node.substring(0, node.length() - 1) : node;
        this.progress = progress;
    }

    /** Waits for the end of it. */
    ResultView run(BacktestBody body) throws IOException, InterruptedException {
        JsonNode answer = send("POST", "/v1/backtests", body.json());
        id = answer.path("id").asString();
        while (true) {
            switch (answer.path("state").asString()) {
                case "done" -> {
                    return JSON.treeToValue(answer.path("result"), ResultView.class);
                }
                case "failed", "cancelled" ->
                    throw new CommandFailedException(
                            "the backtest " + answer.path("state").asString() + ": "
                                    + answer.path("error").asString());
                default -> {
                    progress.accept(JSON.treeToValue(answer.path("progress"), BacktestProgress.class));
                    Thread.sleep(POLL_MILLIS);
                    answer = send("GET", "/v1/backtests/" + id, "");
                }
            }
        }
    }

    /** The alerts of the backtest that was run, an object each. */
    List<String> alerts() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = send("GET", "/v1/backtests/" + id + "/alerts?limit=500&cursor=" + cursor, "");
            page.path("alerts").forEach(alert -> lines.add(alert.toString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return lines;
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(node + path)).timeout(TIMEOUT);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("--node is the address of a node, such as http://127.0.0.1:8080", e);
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            StringBuilder detail = new StringBuilder(answer.path("detail").asString());
            for (JsonNode diagnostic : answer.path("diagnostics")) {
                detail.append("\n  ")
                        .append(diagnostic.path("file").asString())
                        .append(':')
                        .append(diagnostic.path("line").asInt())
                        .append(": ")
                        .append(diagnostic.path("message").asString());
            }
            throw new CommandFailedException("the node says: " + detail);
        }
        return answer;
    }
}
