package io.tripline.console.ops;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.json.AlertJson;
import io.tripline.alerting.model.DeliveryCounts;
import io.tripline.alerting.model.LateEvent;
import io.tripline.alerting.model.LateEventPage;
import io.tripline.console.ConsoleVersion;
import io.tripline.console.http.Queries;
import io.tripline.console.ingest.IntakeCounters;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class StatusController {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final Node node;
    private final Alerting alerting;
    private final IntakeCounters intake;
    private volatile String listening = "";

    StatusController(Node node, Alerting alerting, IntakeCounters intake) {
        this.node = node;
        this.alerting = alerting;
        this.intake = intake;
    }

    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        listening = "127.0.0.1:" + event.getWebServer().getPort();
    }

    @GetMapping("/v1/status")
    StatusView status() {
        NodeStatus status = node.status();
        DeliveryCounts deliveries = alerting.deliveries().counts();
        return new StatusView(
                ConsoleVersion.current(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.reason().orElse(null),
                listening,
                status.durability().name().toLowerCase(Locale.ROOT),
                status.partitions(),
                status.startedAt(),
                Duration.between(status.startedAt(), Instant.now()).toSeconds(),
                new StatusView.Journal(
                        status.journal().sequence(), status.journal().bytes()),
                new StatusView.Events(
                        status.events().accepted(),
                        status.events().duplicates(),
                        intake.rejected(),
                        status.events().late(),
                        status.events().missingKey(),
                        status.events().perSecond()),
                alerting.alerts().counts(),
                new StatusView.Outbox(deliveries.pending(), deliveries.dead()),
                new StatusView.Ring(status.ring().capacity(), status.ring().used()),
                status.watermark().orElse(null),
                status.rules(),
                status.keys(),
                status.partialMatches(),
                status.droppedPartialMatches(),
                status.viewWindows(),
                status.leftOutEvents());
    }

    @GetMapping(path = "/v1/late", produces = MediaType.APPLICATION_JSON_VALUE)
    String late(@RequestParam(required = false) String limit, @RequestParam(required = false) String cursor) {
        int count = Queries.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
        LateEventPage page = Queries.checked(() -> alerting.late().list(count, Queries.text(cursor)));
        return page.events().stream()
                .map((LateEvent event) -> AlertJson.late(event))
                .collect(Collectors.joining(
                        ",",
                        "{\"events\":[",
                        "],\"next\":"
                                + page.next().map(next -> "\"" + next + "\"").orElse("null") + "}"));
    }
}
