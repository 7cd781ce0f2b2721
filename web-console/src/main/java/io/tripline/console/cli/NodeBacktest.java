package io.tripline.console.cli;

import io.tripline.console.backtest.BacktestBody;
import io.tripline.console.backtest.ResultView;
import io.tripline.engine.backtest.BacktestProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backtest that a running node does. */
final class NodeBacktest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NodeApi node;
    private final Consumer<BacktestProgress> progress;
    private String id = "";

    NodeBacktest(String address, Consumer<BacktestProgress> progress) {
        this.node = new NodeApi(address, PATIENCE);
        this.progress = progress;
    }

    /** Waits for the end of it. */
    ResultView run(BacktestBody body) throws InterruptedException {
        JsonNode answer = node.post("/v1/backtests", body.json());
        id = answer.path("id").asString();
        while (true) {
            switch (answer.path("state").asString()) {
                case "done" -> {
                    return JSON.treeToValue(answer.path("result"), ResultView.class);
                }
                case "failed", "cancelled" ->
                    throw new CommandFailedException("the backtest "
                            + answer.path("state").asString() + ": "
                            + answer.path("error").asString());
                default -> {
                    progress.accept(JSON.treeToValue(answer.path("progress"), BacktestProgress.class));
                    Thread.sleep(POLL_MILLIS);
                    answer = node.get("/v1/backtests/" + id);
                }
            }
        }
    }

    /** The alerts of the backtest that was run, an object each. */
    List<String> alerts() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = node.get("/v1/backtests/" + id + "/alerts?limit=500&cursor=" + cursor);
            page.path("alerts").forEach(alert -> lines.add(alert.toString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return lines;
    }
}
