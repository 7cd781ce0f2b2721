package io.tripline.console.rules;

import static io.tripline.console.node.NodeUnderTest.LARGE;
import static io.tripline.console.node.NodeUnderTest.PAYMENTS;
import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files over HTTP. */
class RulesTest {

    private NodeUnderTest node;

    @BeforeEach
    void start(@TempDir Path data) {
        node = NodeUnderTest.start(data, "durability=process");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aFileIsPutReadListedAndDeleted() {
        Answer created = node.put("payments.trip", PAYMENTS);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers()).containsEntry("Location", "/v1/rules/payments.trip");
        assertThat(created.at("revision")).isEqualTo("1");
        assertThat(created.at("file/events/0/name")).isEqualTo("Payment");
        assertThat(created.at("file/events/0/fields/0"))
                .isEqualTo("{\"name\":\"id\",\"type\":\"string\",\"optional\":false,\"role\":\"id\"}");
        assertThat(node.put("large.trip", LARGE).at("file/rules/0/key")).isEqualTo("[\"card\"]");

        Answer read = node.get("/v1/rules/large.trip");
        assertThat(read.body()).isEqualTo(LARGE);
        assertThat(read.headers()).containsEntry("Content-Type", "text/plain;charset=UTF-8");
        assertThat(read.headers().get("ETag"))
                .isEqualTo("\"" + node.get("/v1/rules").at("files/0/etag") + "\"");

        assertThat(node.put("large.trip", LARGE).status()).isEqualTo(200);
        assertThat(node.get("/v1/rules").at("revision")).isEqualTo("2");
        assertThat(node.put("large.trip", LARGE.replace("200", "300")).at("revision"))
                .isEqualTo("3");

        assertThat(node.send(node.request("/v1/rules/large.trip").DELETE()).status())
                .isEqualTo(204);
        assertThat(node.get("/v1/rules/large.trip").status()).isEqualTo(404);
        assertThat(node.get("/v1/rules").json().path("files").size()).isEqualTo(1);
    }

    @Test
    void theAnswerSaysHowEachRuleBegan() {
        node.put("payments.trip", PAYMENTS);
        node.postLines(NodeUnderTest.payment("p1", "c1", "1"), NodeUnderTest.payment("p2", "c1", "1"));
        String often = "rule often { by card  on p: Payment  when count(Payment) over 1d > 2  alert \"{card}\" }";
        Answer put = node.put("often.trip", often + LARGE);
        assertThat(put.at("starts/0"))
                .isEqualTo("{\"rule\":\"large\",\"start\":\"empty\",\"reason\":\"it decides each event by itself\"}");
        assertThat(put.at("starts/1/start")).isEqualTo("warm");
        assertThat(put.at("warmFrom")).isEqualTo("2");
        node.postLines(NodeUnderTest.payment("p3", "c1", "1"));
        NodeUnderTest.await(() -> node.alerts() == 1);
        assertThat(node.put("often.trip", often.replace("{card}", "{card}!") + LARGE)
                        .at("starts/1/start"))
                .isEqualTo("kept");
        node.postLines(NodeUnderTest.payment("p4", "c1", "1"));
        NodeUnderTest.await(() -> node.alerts() == 2);
        assertThat(node.get("/v1/rules/warming").at("warming")).isEmpty();
    }

    @Test
    void aTextIsTakenAsItIsWhateverTheClientCallsIt() {
        node.put("payments.trip", PAYMENTS);
        Answer put = node.put("large.trip", LARGE, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(put.at("file/rules")).contains("large");
        assertThat(node.get("/v1/rules/large.trip").body()).isEqualTo(LARGE);
    }

    @Test
    void aTextWithErrorsIsRefusedWithAllOfThem() {
        node.put("payments.trip", PAYMENTS);
        String bad =
                LARGE.replace("high", "urgent").replace("amount >", "amout >").replace("{card}", "{crad}");
        Answer refused = node.put("large.trip", bad);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("diagnostics").size()).isEqualTo(3);
        assertThat(refused.at("diagnostics/1/message")).isEqualTo("`amout` is not a field of Payment");
        assertThat(refused.at("diagnostics/1/hint")).isEqualTo("did you mean `amount`?");
        assertThat(refused.at("diagnostics/1/line")).isEqualTo("4");
        assertThat(node.get("/v1/rules").at("revision")).isEqualTo("1");

        Answer checked = node.post("/v1/rules/large.trip/check", "text/plain", bad);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json().path("diagnostics").size()).isEqualTo(3);
        assertThat(node.post("/v1/rules/large.trip/check", "text/plain", LARGE).body())
                .isEqualTo("{\"diagnostics\":[],\"fixes\":[]}");
    }

    @Test
    void explainsRulesThatAreNotPublished() {
        node.put("payments.trip", PAYMENTS);
        Answer explained = node.post("/v1/rules/large.trip/explain", "text/plain", LARGE);
        assertThat(explained.status()).isEqualTo(200);
        assertThat(explained.json().path("rules").path(0).path("text").asString())
                .contains("For every Payment");
        assertThat(explained
                        .json()
                        .path("rules")
                        .path(0)
                        .path("graph")
                        .path("nodes")
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("START");
        Answer broken = node.post("/v1/rules/large.trip/explain", "text/plain", "rule r {");
        assertThat(broken.json().path("rules").size()).isZero();
    }

    @Test
    void whatOthersNeedStays() {
        node.put("payments.trip", PAYMENTS);
        node.put("large.trip", LARGE);
        Answer refused = node.send(node.request("/v1/rules/payments.trip").DELETE());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("title")).isEqualTo("Other rule files need this one");
        assertThat(refused.at("diagnostics/0/file")).isEqualTo("large.trip");
        assertThat(node.put("payments.trip", PAYMENTS.replace("amount ", "sum    "))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aChangeCanBeBoundToWhatWasSeen() {
        String etag = node.put("payments.trip", PAYMENTS).headers().get("ETag");
        assertThat(node.put("payments.trip", PAYMENTS + "// mine", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(node.put("payments.trip", PAYMENTS + "// mine", "If-Match", etag)
                        .status())
                .isEqualTo(200);
        Answer late = node.put("payments.trip", PAYMENTS + "// theirs", "If-Match", etag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("detail")).isEqualTo("somebody else has changed payments.trip meanwhile; read it again");
        assertThat(node.send(node.request("/v1/rules/payments.trip")
                                .header("If-Match", etag)
                                .DELETE())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void namesAreChecked() {
        for (String name : new String[] {"payments.txt", ".trip", "a%20b.trip", "..trip"}) {
            Answer answer = node.put(name, PAYMENTS);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.at("detail")).contains("ends in .trip");
        }
        assertThat(node.put("a%2Fb.trip", PAYMENTS).status()).isBetween(400, 404);
        assertThat(node.put("large.trip", "x".repeat(1 << 20 | 1)).status()).isEqualTo(413);
    }

    @Test
    void anEventThatWasPostedWhileTheRulesChangedIsStillRight() {
        node.put("payments.trip", PAYMENTS);
        assertThat(node.postLines(payment("1", "c1", "900")).at("accepted")).isEqualTo("1");
        node.put("payments.trip", PAYMENTS.replace("card    string", "card    string\n  shop string?"));
        node.put("large.trip", LARGE);
        assertThat(node.postLines(payment("2", "c1", "900")).at("accepted")).isEqualTo("1");
        NodeUnderTest.await(() -> node.alerts() == 1);
    }
}
