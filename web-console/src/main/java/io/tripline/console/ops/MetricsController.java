package io.tripline.console.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /metrics}, in the text form of Prometheus or, for who asks for it, of OpenMetrics 1.0. */
@RestController
final class MetricsController {

    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String PROMETHEUS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS_TYPE = OPEN_METRICS + "; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final NodeMeters node;

    MetricsController(PrometheusMeterRegistry registry, NodeMeters node) {
        this.registry = registry;
        this.node = node;
    }

    @GetMapping("/metrics")
    synchronized ResponseEntity<String> metrics(@RequestHeader(name = "Accept", defaultValue = "") String accept) {
        node.refresh();
        String type = accept.contains(OPEN_METRICS) ? OPEN_METRICS_TYPE : PROMETHEUS_TYPE;
        return ResponseEntity.ok().header("Content-Type", type).body(registry.scrape(type));
    }
}
