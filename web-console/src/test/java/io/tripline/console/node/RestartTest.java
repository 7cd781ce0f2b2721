package io.tripline.console.node;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.console.node.NodeUnderTest.Answer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path data;

    @Test
    void aNodeGoesOnWhereItWasStopped() {
        String alerts;
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "900"), payment("2", "c2", "1"), payment("3", "c3", "900"));
            NodeUnderTest.await(() -> node.alerts() == 2);
            alerts = node.get("/v1/alerts").body();
        }
        try (NodeUnderTest node = NodeUnderTest.start(data, "partitions=3")) {
            assertThat(node.get("/v1/alerts").body()).isEqualTo(alerts);
            assertThat(node.get("/v1/rules/large.trip").body()).isEqualTo(NodeUnderTest.LARGE);
            Answer status = node.get("/v1/status");
            assertThat(status.at("state")).isEqualTo("running");
            assertThat(status.at("events/accepted")).isEqualTo("3");
            assertThat(status.at("partitions")).isEqualTo("3");
            assertThat(node.postLines(payment("1", "c1", "900"), payment("4", "c4", "900"))
                            .body())
                    .isEqualTo("{\"accepted\":1,\"duplicates\":1,\"rejected\":0,\"errors\":[]}");
            NodeUnderTest.await(() -> node.alerts() == 3);
        }
    }

    @Test
    void whatIsInUseIsSaid(@TempDir Path other) {
        try (NodeUnderTest node = NodeUnderTest.start(data)) {
            assertThatThrownBy(() -> NodeUnderTest.start(data))
                    .isInstanceOf(NodeStartException.class)
                    .hasMessageContaining("is in use");
            int port = URI.create(node.address()).getPort();
            assertThatThrownBy(() -> NodeUnderTest.start(other, "port=" + port))
                    .isInstanceOf(NodeStartException.class)
                    .hasMessage(
                            "port " + port + " is in use; choose another with --port, or --port 0 for any free one");
        }
    }

    @Test
    void lateEventsAreKept() {
        try (NodeUnderTest node = NodeUnderTest.withPayments(data)) {
            node.postLines(payment("1", "c1", "1"), payment("2", "c1", "900").replace("2026-03-01", "2026-02-01"));
            NodeUnderTest.await(() -> node.get("/v1/late").json().path("events").size() == 1);
            Answer late = node.get("/v1/late");
            assertThat(late.at("events/0/id")).isEqualTo("2");
            assertThat(late.at("events/0/fields/amount")).isEqualTo("900");
            assertThat(late.json().path("next").isNull()).isTrue();
        }
    }
}
