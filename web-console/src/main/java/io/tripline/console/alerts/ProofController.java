package io.tripline.console.alerts;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.json.ProofJson;
import io.tripline.alerting.model.StoredAlert;
import io.tripline.alerting.store.Alerts;
import io.tripline.console.http.Problem;
import io.tripline.engine.backtest.Pace;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.explain.ProofSearch;
import io.tripline.engine.host.Node;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Proves alerts from the journal, one at a time: each takes a core for as long as the journal is read. */
@RestController
final class ProofController {

    private final Node node;
    private final Alerts alerts;
    private final Semaphore one = new Semaphore(1);

    ProofController(Node node, Alerting alerting) {
        this.node = node;
        this.alerts = alerting.alerts();
    }

    @GetMapping(path = "/v1/alerts/{id}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    String proof(@PathVariable String id) throws InterruptedException {
        StoredAlert stored = alerts.find(id)
                .orElseThrow(
                        () -> Problem.notFound("there is no alert of that id").asException())
                .alert();
        if (!one.tryAcquire()) {
            throw Problem.of(
                            503,
                            "busy",
                            "Another alert is being proved",
                            "the node proves one alert at a time; try again in a moment")
                    .withHeader("Retry-After", "5")
                    .asException();
        }
        try {
            ProofSearch search =
                    new ProofSearch(node.history(), id, Optional.of(stored.rule()), EngineLimits.DEFAULT, Pace.FREE);
            return ProofJson.of(id, search.run(), Optional.of(stored));
        } finally {
            one.release();
        }
    }
}
