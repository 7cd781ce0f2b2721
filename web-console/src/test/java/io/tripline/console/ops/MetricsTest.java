package io.tripline.console.ops;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import io.tripline.console.ops.OpenMetricsText.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /metrics}. */
class MetricsTest {

    private static final String ACCEPT =
            "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.3";

    @TempDir
    Path data;

    @Test
    void whatTheNodeDoesIsCounted() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "900"), payment("2", "c2", "1"), payment("2", "c2", "1"), "{");
            NodeUnderTest.await(() -> value(read(node), "tripline_alerts", "{state=\"firing\"}") == 1);
            Map<String, Family> families = read(node);
            assertThat(value(families, "tripline_events_taken", "_total{}")).isEqualTo(2);
            assertThat(value(families, "tripline_events_duplicates", "_total{}"))
                    .isEqualTo(1);
            assertThat(value(families, "tripline_events_rejected", "_total{reason=\"broken-json\"}"))
                    .isEqualTo(1);
            assertThat(value(families, "tripline_ready", "{}")).isEqualTo(1);
            assertThat(value(families, "tripline_alerts", "{state=\"firing\"}")).isEqualTo(1);
            assertThat(value(families, "tripline_durable_lag_seconds", "{}")).isZero();
            assertThat(value(families, "tripline_ring_slots", "{}")).isEqualTo(1024);
            assertThat(value(families, "tripline_watermark_lag_seconds", "{}")).isPositive();
            assertThat(
                            value(
                                    families,
                                    "http_server_request_duration_seconds",
                                    "_count{http_request_method=\"POST\",http_response_status_code=\"200\",http_route=\"/v1/events\"}"))
                    .isEqualTo(1);
            NodeUnderTest.await(() -> matches(node).getOrDefault("_total{rule=\"large\"}", 0.0) == 1);
        }
        try (NodeUnderTest node = NodeUnderTest.start(data)) {
            assertThat(value(read(node), "tripline_events_taken", "_total{}"))
                    .as("goes on over a restart")
                    .isEqualTo(2);
        }
    }

    /** The text is read strictly by {@link OpenMetricsText}; here stands what it does not ask. */
    @Test
    void namesUnitsAndHelpAreAsTheFieldWantsThem() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "900"));
            read(node).values().forEach(family -> {
                assertThat(family.help()).as(family.name()).isNotEmpty();
                assertThat(family.name())
                        .as("base units only")
                        .doesNotContainPattern("_(millis|milliseconds|ms|minutes|kb|mb|percent)(_|$)");
                assertThat(family.samples()).as(family.name()).isNotEmpty();
            });
            Answer plain = node.get("/metrics");
            assertThat(plain.headers()).containsEntry("Content-Type", "text/plain;version=0.0.4;charset=utf-8");
            assertThat(plain.body()).contains("# TYPE tripline_events_taken_total counter\n");
        }
    }

    @Test
    void theManualHasThemAll() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));
        List<String> documented = Pattern.compile("^\\| `(tripline_[a-z_]+|http_[a-z_]+)[`{]", Pattern.MULTILINE)
                .matcher(manual)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "900"));
            NodeUnderTest.await(() -> read(node).containsKey("tripline_rule_keys"));
            List<String> there = read(node).values().stream()
                    .filter(family -> family.name().startsWith("tripline_")
                            || family.name().startsWith("http_"))
                    .map(family -> family.name() + (family.type().equals("counter") ? "_total" : ""))
                    .toList();
            assertThat(documented).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    /** Ten thousand rules must not become seventy thousand series. */
    @Test
    void onlySoManyRulesHaveSeriesOfTheirOwn() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data, "metrics.max-rules=3")) {
            String rules = IntStream.range(0, 10)
                    .mapToObj(i -> NodeUnderTest.LARGE.replace("rule large", "rule r" + i))
                    .collect(Collectors.joining("\n"));
            assertThat(node.put("many.trip", rules).status()).isEqualTo(201);
            NodeUnderTest.await(() -> matches(node).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum()
                    == 11);
            assertThat(matches(node))
                    .containsOnlyKeys(
                            "_total{rule=\"(others)\"}",
                            "_total{rule=\"large\"}",
                            "_total{rule=\"r0\"}",
                            "_total{rule=\"r1\"}")
                    .containsEntry("_total{rule=\"(others)\"}", 8.0);
            node.send(node.request("/v1/rules/many.trip").DELETE());
            NodeUnderTest.await(() -> !matches(node).containsKey("_total{rule=\"r0\"}"));
        }
    }

    /** A rule's meters move on with the input, at most once a second; a duplicate is input that changes nothing. */
    private static Map<String, Double> matches(NodeUnderTest node) {
        node.postLines(payment("1", "c1", "900"));
        Family family = read(node).get("tripline_rule_matches");
        return family == null ? Map.of() : family.samples();
    }

    private static double value(Map<String, Family> families, String family, String sample) {
        assertThat(families).containsKey(family);
        assertThat(families.get(family).samples()).containsKey(sample);
        return families.get(family).samples().get(sample);
    }

    private static Map<String, Family> read(NodeUnderTest node) {
        Answer answer = node.send(node.request("/metrics").header("Accept", ACCEPT));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Type"))
                .isEqualTo("application/openmetrics-text;version=1.0.0;charset=utf-8");
        return OpenMetricsText.read(answer.body());
    }
}
