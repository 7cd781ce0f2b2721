package io.tripline.console.alerts;

import io.tripline.alerting.Alerting;
import io.tripline.console.http.Problem;
import io.tripline.console.http.Queries;
import io.tripline.console.settings.NodeSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/alerts/stream}. Each follower has a thread of the server for as long as it listens. */
@RestController
final class AlertStreamController {

    private final Alerting alerting;
    private final AlertStreams streams;

    AlertStreamController(Alerting alerting, AlertStreams streams, NodeSettings settings) {
        this.alerting = alerting;
        this.streams = streams;
        streams.limit(settings.maxStreams());
    }

    @GetMapping("/v1/alerts/stream")
    void follow(@RequestParam(required = false) String after, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        String resumed = Queries.text(request.getHeader("Last-Event-ID")).orElse(after);
        long number = Queries.parsed(resumed, AlertStreamController::number)
                .orElseGet(() -> alerting.alerts().latestNumber());
        if (!streams.tryBegin()) {
            throw Problem.of(
                            503,
                            "too-many-streams",
                            "Too many follow the alerts",
                            "the node sends its changes to " + streams.limit() + " followers at a time")
                    .withHeader("Retry-After", "10")
                    .asException();
        }
        try {
            new AlertStream(response, streams).run(alerting.feed(), number);
        } finally {
            streams.end();
        }
    }

    private static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the number to begin after is not a whole number", e);
        }
    }
}
