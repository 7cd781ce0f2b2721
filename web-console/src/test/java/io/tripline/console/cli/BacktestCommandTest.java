package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tripline backtest}, in a node and over a directory. */
class BacktestCommandTest {

    @TempDir
    Path folder;

    private Path data;
    private String candidate;

    @BeforeEach
    void record() throws IOException {
        data = folder.resolve("data");
        try (NodeUnderTest node = NodeUnderTest.withPayments(data, "durability=process")) {
            node.postLines(
                    NodeUnderTest.payment("p1", "c1", "150"),
                    NodeUnderTest.payment("p2", "c1", "250"),
                    NodeUnderTest.payment("p3", "c2", "50"));
        }
        candidate = Files.writeString(folder.resolve("large.trip"), NodeUnderTest.LARGE.replace("200", "100"))
                .toString();
    }

    @Test
    void overADirectoryAndInANodeItSaysTheSame() throws IOException {
        CommandLineRun over = CommandLineRun.of("backtest", candidate, "--data", data.toString());
        assertThat(over.exitCode()).as(over.err()).isZero();
        assertThat(over.out()).isEqualTo("""
                3 events, sequence 1 to 5, 2026-03-01T10:00:00Z to 2026-03-01T10:00:00Z

                alerts                            candidate   compared    in both     appear         go
                large                                     2          1          1          1          0

                days in UTC                       candidate   compared
                2026-03-01                                2          1

                keys with the most alerts         candidate   compared
                c1                                        2          1
                """);
        assertThat(over.err()).contains("100 %, 3 events");
        try (NodeUnderTest node = NodeUnderTest.start(data, "durability=process")) {
            Path alerts = folder.resolve("alerts.ndjson");
            CommandLineRun inNode =
                    CommandLineRun.of("backtest", candidate, "--node", node.address(), "--alerts", alerts.toString());
            assertThat(inNode.out()).isEqualTo(over.out());
            Path others = folder.resolve("others.ndjson");
            CommandLineRun.of("backtest", candidate, "--data", data.toString(), "--alerts", others.toString());
            assertThat(Files.readString(alerts))
                    .isEqualTo(Files.readString(others))
                    .contains("\"whose\":\"both\"");
        }
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        Files.writeString(Path.of(candidate), "rule x {");
        CommandLineRun broken = CommandLineRun.of("backtest", candidate, "--data", data.toString());
        assertThat(broken.exitCode()).isEqualTo(ExitCode.FOUND_ERRORS);
        assertThat(broken.err()).contains("large.trip:1: ");
        CommandLineRun nowhere =
                CommandLineRun.of("backtest", "--data", folder.resolve("none").toString());
        assertThat(nowhere.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("there is no journal in ");
        CommandLineRun labels = CommandLineRun.of("backtest", "--data", data.toString(), "--labels", "Payment.nothing");
        assertThat(labels.err()).contains("Payment has no field 'nothing'");
    }
}
