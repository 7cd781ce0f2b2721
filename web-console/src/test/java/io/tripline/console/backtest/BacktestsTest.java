package io.tripline.console.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backtests over HTTP, against a real node. */
class BacktestsTest {

    private static final String OVER_100 = NodeUnderTest.LARGE.replace("200", "100");

    @TempDir
    Path data;

    private NodeUnderTest node;

    @BeforeEach
    void start() {
        node = NodeUnderTest.withPayments(data, "durability=process", "backtests.kept=3");
        node.postLines(
                NodeUnderTest.payment("p1", "c1", "150"),
                NodeUnderTest.payment("p2", "c1", "250"),
                NodeUnderTest.payment("p3", "c2", "50"));
        NodeUnderTest.await(() -> node.alerts() == 1);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aCandidateIsComparedWithTheRulesInForce() {
        JsonNode done = run(Map.of("files", List.of(file("large.trip", OVER_100))));
        assertThat(done.at("/result/alerts").toString())
                .isEqualTo("{\"candidate\":2,\"compared\":1,\"both\":1,\"onlyCandidate\":1,\"onlyCompared\":0}");
        assertThat(done.at("/result/days").toString())
                .isEqualTo("[{\"day\":\"2026-03-01\",\"candidate\":2,\"compared\":1}]");
        assertThat(done.at("/progress/fraction").asDouble()).isEqualTo(1);
        Answer alerts = node.get("/v1/backtests/" + done.path("id").asString() + "/alerts?whose=candidate");
        assertThat(alerts.json().path("alerts").size()).isEqualTo(1);
        assertThat(alerts.at("alerts/0/message")).isEqualTo("Card c1: 150");
        assertThat(alerts.at("next")).isEmpty();
    }

    @Test
    void theAlertsHaveTheIdsOfTheNodes() {
        JsonNode done = run(Map.of("asItWas", true, "against", "none"));
        Answer alerts = node.get("/v1/backtests/" + done.path("id").asString() + "/alerts");
        assertThat(alerts.at("alerts/0/id")).isEqualTo(node.get("/v1/alerts").at("alerts/0/id"));
    }

    @Test
    void alertsComeInPages() {
        JsonNode done = run(Map.of("files", List.of(file("large.trip", OVER_100))));
        String path = "/v1/backtests/" + done.path("id").asString() + "/alerts?limit=1";
        Answer first = node.get(path);
        Answer second = node.get(path + "&cursor=" + first.at("next"));
        assertThat(List.of(first.at("alerts/0/message"), second.at("alerts/0/message"), second.at("next")))
                .containsExactly("Card c1: 150", "Card c1: 250", "");
    }

    @Test
    void mistakesAreSaid() {
        Answer broken = post(Map.of("files", List.of(file("large.trip", "rule x {"))));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.at("type")).isEqualTo("/problems/invalid-rules");
        assertThat(broken.at("diagnostics/0/file")).isEqualTo("large.trip");
        Answer unknown = post(Map.of("rules", List.of("larg")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("detail"))
                .isEqualTo("there is no rule 'larg' in the rules to be tested; did you mean `large`?");
        Answer member = post(Map.of("revison", 3));
        assertThat(member.status()).isEqualTo(400);
        assertThat(member.at("detail")).isEqualTo("a backtest has no `revison`; did you mean `revision`?");
        assertThat(post(Map.of("zone", "Mars")).at("detail"))
                .isEqualTo("there is no time zone 'Mars'; write one such as Europe/Berlin");
        assertThat(post(Map.of("against", "9")).at("detail"))
                .isEqualTo("the journal holds no revision 9 of the rules; the newest is 2");
        assertThat(node.get("/v1/backtests/99").status()).isEqualTo(404);
    }

    @Test
    void theNewestAreKeptOverARestart() {
        IntStream.range(0, 5).forEach(i -> run(Map.of()));
        List<String> before = ids();
        assertThat(before).containsExactly("5", "4", "3");
        node.close();
        node = NodeUnderTest.start(data, "durability=process", "backtests.kept=3");
        assertThat(ids()).isEqualTo(before);
        assertThat(node.get("/v1/backtests/5").at("state")).isEqualTo("done");
        assertThat(node.get("/v1/backtests/5/alerts").json().path("alerts").size())
                .isEqualTo(1);
        assertThat(node.send(node.request("/v1/backtests/5").DELETE()).status()).isEqualTo(204);
        assertThat(ids()).containsExactly("4", "3");
    }

    private List<String> ids() {
        return node.get("/v1/backtests")
                .json()
                .path("backtests")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static Map<String, String> file(String name, String text) {
        return Map.of("name", name, "text", text);
    }

    private Answer post(Map<String, Object> body) {
        return node.post(
                "/v1/backtests",
                "application/json",
                JsonMapper.builder().build().writeValueAsString(body));
    }

    private JsonNode run(Map<String, Object> body) {
        Answer begun = post(body);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = begun.headers().get("Location");
        NodeUnderTest.await(() -> node.get(path).at("state").equals("done"));
        return node.get(path).json();
    }
}
