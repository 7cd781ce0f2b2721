package io.tripline.console.delivery;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.webhook.EndpointSecret;
import io.tripline.console.demo.ReceivedWebhook;
import io.tripline.console.demo.TestReceiver;
import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhook endpoints over HTTP, with a real receiver. */
class EndpointsTest {

    private NodeUnderTest node;
    private TestReceiver receiver;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        node = NodeUnderTest.withPayments(data, "durability=process");
        receiver = TestReceiver.start(webhook -> {});
    }

    @AfterEach
    void stop() {
        node.close();
        receiver.close();
    }

    @Test
    void fromAnEventToAVerifiedWebhook() {
        String id = register();
        node.postLines(payment("p1", "c1", "900"));
        NodeUnderTest.await(() -> receiver.received().size() == 1);
        ReceivedWebhook webhook = receiver.received().get(0);
        assertThat(webhook.verified()).isTrue();
        assertThat(webhook.event()).isEqualTo("alert.firing");
        assertThat(webhook.keyJson()).isEqualTo("{\"card\":\"c1\"}");

        NodeUnderTest.await(() -> deliveries(id).at("deliveries/0/state").equals("delivered"));
        Answer log = deliveries(id);
        assertThat(log.at("deliveries/0/attempts/0/status")).isEqualTo("204");
        assertThat(log.at("deliveries/0/webhookId")).isEqualTo(webhook.webhookId());
        assertThat(node.get("/v1/alerts/" + webhook.alertId()).at("deliveries/0/id"))
                .isEqualTo(log.at("deliveries/0/id"));

        String resend = "/v1/deliveries/" + log.at("deliveries/0/id") + "/resend";
        assertThat(node.post(resend, "application/json", "").status()).isEqualTo(202);
        NodeUnderTest.await(() -> receiver.received().size() == 2);
        assertThat(receiver.received().get(1).webhookId()).isEqualTo(webhook.webhookId());
    }

    @Test
    void anEndpointIsTriedChangedAndDeleted() {
        String id = register();
        Answer tried = node.post("/v1/endpoints/" + id + "/test", "application/json", "");
        assertThat(tried.at("delivered")).isEqualTo("true");
        assertThat(receiver.received().get(0).event()).isEqualTo("alert.test");

        Answer changed = node.send(node.request("/v1/endpoints/" + id)
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"Night\",\"state\":\"disabled\"}")));
        assertThat(changed.at("name")).isEqualTo("Night");
        assertThat(changed.at("state")).isEqualTo("disabled");
        assertThat(node.get("/v1/endpoints").at("endpoints/0/id")).isEqualTo(id);
        assertThat(node.get("/v1/endpoints").body()).doesNotContain("whsec_");

        assertThat(node.send(node.request("/v1/endpoints/" + id).DELETE()).status())
                .isEqualTo(204);
        assertThat(node.get("/v1/endpoints/" + id).status()).isEqualTo(404);
        assertThat(node.send(node.request("/v1/endpoints/" + id).DELETE()).status())
                .isEqualTo(404);
        assertThat(node.post("/v1/endpoints/" + id + "/test", "application/json", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeAnEndpoint() {
        assertThat(create("{\"name\":\"x\"}").at("detail")).isEqualTo("the endpoint needs a `url`");
        assertThat(create("{\"name\":\"x\",\"url\":\"http://169.254.169.254/\"}")
                        .at("detail"))
                .contains("link-local");
        assertThat(create("{\"name\":\"x\",\"urll\":\"y\"}").at("detail")).contains("did you mean `url`?");
        assertThat(create("{\"name\":7,\"url\":\"http://127.0.0.1/\"}").status())
                .isEqualTo(400);
        assertThat(node.get("/v1/endpoints").body()).isEqualTo("{\"endpoints\":[]}");
    }

    private String register() {
        Answer created = create("{\"name\":\"Day\",\"url\":\"" + receiver.address() + "/webhook\"}");
        assertThat(created.status()).isEqualTo(201);
        receiver.expect(EndpointSecret.parse(created.at("secret")));
        return created.at("id");
    }

    private Answer create(String body) {
        return node.post("/v1/endpoints", "application/json", body);
    }

    private Answer deliveries(String id) {
        return node.get("/v1/endpoints/" + id + "/deliveries");
    }
}
