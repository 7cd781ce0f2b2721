package io.tripline.console.alerts;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.json.AlertJson;
import io.tripline.alerting.model.AlertFilter;
import io.tripline.alerting.model.AlertState;
import io.tripline.alerting.store.Alerts;
import io.tripline.console.http.Problem;
import io.tripline.console.http.Queries;
import io.tripline.dsl.plan.AlertSeverity;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class AlertsController {

    private final Alerts alerts;

    AlertsController(Alerting alerting) {
        this.alerts = alerting.alerts();
    }

    @GetMapping(path = "/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    String list(
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) String severity,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String key,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String cursor) {
        AlertFilter filter = new AlertFilter(
                Queries.text(rule),
                Queries.parsed(severity, AlertsController::severity),
                Queries.parsed(state, AlertState::fromWireName),
                Queries.text(key),
                Queries.limit(limit, AlertFilter.DEFAULT_LIMIT, AlertFilter.MAX_LIMIT),
                Queries.text(cursor));
        return Queries.checked(() -> AlertJson.page(alerts.list(filter)));
    }

    @GetMapping(path = "/v1/alerts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String one(@PathVariable String id) {
        return alerts.find(id).map(AlertJson::full).orElseThrow(() -> Problem.notFound("there is no alert of that id")
                .asException());
    }

    private static AlertSeverity severity(String name) {
        return Arrays.stream(AlertSeverity.values())
                .filter(severity -> severity.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no such severity; write low, medium, high or critical"));
    }
}
