package io.tripline.console.views;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.json.RowJson;
import io.tripline.alerting.model.RowFilter;
import io.tripline.alerting.model.ViewTotals;
import io.tripline.console.decode.InvalidEventException;
import io.tripline.console.decode.TimestampText;
import io.tripline.console.http.Problem;
import io.tripline.console.http.Queries;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.Node;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ViewsController {

    private final Node node;
    private final Alerting alerting;

    ViewsController(Node node, Alerting alerting) {
        this.node = node;
        this.alerting = alerting;
    }

    /** The body of an answer. */
    record ViewList(List<ViewView> views) {}

    @GetMapping("/v1/views")
    ViewList list() {
        Map<String, ViewTotals> totals = alerting.rows().totals();
        return new ViewList(views().stream()
                .map(view -> ViewView.of(view, Optional.ofNullable(totals.get(view.name()))))
                .toList());
    }

    @GetMapping(path = "/v1/views/{name}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    String rows(
            @PathVariable String name,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) List<String> group,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String cursor) {
        if (views().stream().noneMatch(view -> view.name().equals(name))) {
            throw Problem.notFound("there is no view of that name").asException();
        }
        int count = Queries.limit(limit, RowFilter.DEFAULT_LIMIT, RowFilter.MAX_LIMIT);
        Optional<Instant> first = Queries.parsed(from, text -> time("from", text));
        Optional<Instant> end = Queries.parsed(to, text -> time("to", text));
        return Queries.checked(() -> RowJson.page(alerting.rows()
                .list(new RowFilter(
                        name, first, end, group == null ? List.of() : group, count, Queries.text(cursor)))));
    }

    private List<ViewPlan> views() {
        return node.rules().plan().views();
    }

    private static Instant time(String parameter, String text) {
        try {
            return Nanos.toInstant(TimestampText.withOffset(text));
        } catch (InvalidEventException e) {
            throw new IllegalArgumentException("`" + parameter + "`: " + e.getMessage(), e);
        }
    }
}
