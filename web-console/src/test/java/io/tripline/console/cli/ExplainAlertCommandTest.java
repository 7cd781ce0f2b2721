package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tripline explain-alert}, by a node and from a directory. */
class ExplainAlertCommandTest {

    @TempDir
    Path data;

    @Test
    void anAlertIsProved() {
        String id;
        try (NodeUnderTest node = NodeUnderTest.withPayments(data, "durability=process")) {
            node.postLines(NodeUnderTest.payment("p1", "c1", "250"), NodeUnderTest.payment("p2", "c1", "20"));
            NodeUnderTest.await(() -> node.alerts() == 1);
            id = node.get("/v1/alerts").at("alerts/0/id");
            CommandLineRun byNode = CommandLineRun.of("explain-alert", id, "--node", node.address());
            assertThat(byNode.exitCode()).as(byNode.err()).isZero();
            assertThat(byNode.out())
                    .startsWith("Card c1: 250  (large, version ")
                    .contains("Payment p1  2026-03-01T10:00:00Z")
                    .endsWith("It is what the node has kept, byte for byte.\n");
        }
        CommandLineRun fromData = CommandLineRun.of("explain-alert", id, "--data", data);
        assertThat(fromData.exitCode()).as(fromData.err()).isZero();
        assertThat(fromData.out())
                .contains("Raised by sequence 3 under revision 2 of the rules.")
                .contains("Proved from 2 events of the journal; SHA-256 ");
        CommandLineRun unknown = CommandLineRun.of("explain-alert", "0123", "--data", data);
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FOUND_ERRORS);
        assertThat(unknown.out()).startsWith("The journal does not give this alert");
    }
}
