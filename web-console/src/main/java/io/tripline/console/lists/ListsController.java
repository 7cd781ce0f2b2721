package io.tripline.console.lists;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.json.ListJson;
import io.tripline.console.decode.RowDecoder;
import io.tripline.console.http.Problem;
import io.tripline.console.http.Queries;
import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.RuleSet;
import io.tripline.engine.table.ReferenceChange;
import io.tripline.engine.value.ValueText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ListsController {

    static final int DEFAULT_LIMIT = 100;
    static final int MAX_LIMIT = 1_000;

    private final Node node;
    private final Alerting alerting;
    private final ReferenceChanger changer;

    ListsController(Node node, Alerting alerting, ReferenceChanger changer) {
        this.node = node;
        this.alerting = alerting;
        this.changer = changer;
    }

    /**
     * A list among others.
     *
     * @param expires how long an entry stays when nothing else is said; null for ever
     */
    record ListView(String name, String type, String expires, String file, int line, long entries) {}

    /** The body of an answer. */
    record Lists(List<ListView> lists) {}

    @GetMapping("/v1/lists")
    Lists list() {
        Map<String, Long> counts = alerting.lists().counts(nowNanos());
        return new Lists(node.rules().plan().lists().stream()
                .map(list -> new ListView(
                        list.name(),
                        list.element().display(),
                        list.expiryNanos().isEmpty()
                                ? null
                                : ValueText.of(
                                        Duration.ofNanos(list.expiryNanos().getAsLong())),
                        list.span().file(),
                        list.span().startLine(),
                        counts.getOrDefault(list.name(), 0L)))
                .toList());
    }

    @GetMapping(path = "/v1/lists/{name}/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    String entries(
            @PathVariable String name,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String cursor) {
        declared(node.rules(), name);
        int count = Queries.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
        return ListJson.page(alerting.lists().entries(name, nowNanos(), Queries.text(cursor), count));
    }

    @PostMapping("/v1/lists/{name}/entries")
    ReferenceChanger.Changed add(@PathVariable String name, HttpServletRequest request)
            throws IOException, InterruptedException {
        RuleSet rules = node.rules();
        RowDecoder decoder = decoder(declared(rules, name));
        long now = nowNanos();
        List<ReferenceChange> changes = ObjectsBody.read(request, decoder).stream()
                .map(values -> add(name, values.get(0), (Duration) values.get(1), now))
                .toList();
        return changer.change(rules.revision(), changes);
    }

    private static ReferenceChange add(String list, Object value, Duration stayOrNull, long nowNanos) {
        if (stayOrNull != null && (stayOrNull.isNegative() || stayOrNull.isZero())) {
            throw Problem.badRequest("`for` is how long the entry stays: more than nothing")
                    .asException();
        }
        OptionalLong stays = stayOrNull == null ? OptionalLong.empty() : OptionalLong.of(stayOrNull.toNanos());
        return new ReferenceChange.AddToList(list, value, stays, nowNanos);
    }

    /** One value as a text, or several. A value that is not on the list is no mistake. */
    @DeleteMapping("/v1/lists/{name}/entries")
    ReferenceChanger.Changed remove(@PathVariable String name, @RequestParam List<String> value)
            throws InterruptedException {
        RuleSet rules = node.rules();
        FieldSchema element = new FieldSchema(0, "value", declared(rules, name).element(), false);
        List<ReferenceChange> changes = value.stream()
                .map(text -> (ReferenceChange) new ReferenceChange.RemoveFromList(name, KeyText.value(element, text)))
                .toList();
        return changer.change(rules.revision(), changes);
    }

    private static ListPlan declared(RuleSet rules, String name) {
        return rules.plan().lists().stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("there is no list of that name").asException());
    }

    private static RowDecoder decoder(ListPlan list) {
        return new RowDecoder(
                "entry",
                List.of(
                        new FieldSchema(0, "value", list.element(), false),
                        new FieldSchema(1, "for", Scalar.DURATION, true)));
    }

    private static long nowNanos() {
        return Nanos.of(Instant.now());
    }
}
