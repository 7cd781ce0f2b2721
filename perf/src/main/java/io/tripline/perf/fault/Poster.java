package io.tripline.perf.fault;

import io.tripline.perf.node.NodeClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service that posts payments and never gives up: a batch without an answer is posted again, to the same node or to the
 * one that takes its place. One thread runs it; what it has noted is read when that thread has ended.
 */
final class Poster {

    private final int number;
    private final int batchSize;
    private final Instant start;
    private final List<String> acknowledged = new ArrayList<>();
    private PaymentBatch open;
    private int batches;
    private int repeated;

    Poster(int number, int batchSize, Instant start) {
        this.number = number;
        this.batchSize = batchSize;
        this.start = start;
    }

    /** Posts until the node no longer answers. */
    void postUntilSilence(NodeClient client) throws InterruptedException {
        while (true) {
            if (open == null) {
                open = PaymentBatch.of(number, batches, batchSize, start);
            }
            try {
                HttpResponse<String> response = client.postEvents(open.body(), false);
                if (response.statusCode() == 429 || response.statusCode() == 503) {
                    TimeUnit.MILLISECONDS.sleep(50);
                    continue;
                }
                acknowledge(response);
            } catch (IOException silence) {
                repeated++;
                return;
            }
        }
    }

    /** Posts until three batches in a row are complete, so that no account is left with fewer payments. */
    void finish(NodeClient client) throws IOException, InterruptedException {
        while (open != null || batches % 3 != 0) {
            if (open == null) {
                open = PaymentBatch.of(number, batches, batchSize, start);
            }
            acknowledge(client.postEvents(open.body(), false));
        }
    }

    private void acknowledge(HttpResponse<String> response) throws IOException {
        var answer = NodeClient.json(response);
        int taken = answer.path("accepted").asInt() + answer.path("duplicates").asInt();
        if (response.statusCode() != 200 || taken != batchSize) {
            throw new IllegalStateException("POST /v1/events: " + response.statusCode() + " " + response.body());
        }
        acknowledged.addAll(open.ids());
        open = null;
        batches++;
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    int batches() {
        return batches;
    }

    /** Batches whose first answer never came. */
    int repeated() {
        return repeated;
    }
}
