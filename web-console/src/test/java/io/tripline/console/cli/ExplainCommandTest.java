package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String RULES = """
            event Order {
              order  string
              at     timestamp  @time
            }
            event Payment {
              order  string
              at     timestamp  @time
            }
            rule unpaid "Order not paid within 15 minutes" {
              by order
              match o: Order
               then not Payment within 15m
              alert "Order {order} was not paid"
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void rules() throws IOException {
        Files.writeString(folder.resolve("orders.trip"), RULES);
    }

    @Test
    void inEnglish() {
        CommandLineRun run = CommandLineRun.of("explain", "unpaid", folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("""
                Order not paid within 15 minutes (unpaid, severity medium)

                For each order, the rule looks for:
                  1. o: an Order
                  and then no Payment within 15 minutes; it fires when that time has passed
                After a match it starts afresh behind the last event.
                It raises an alert: "Order {order} was not paid".
                """);
    }

    @Test
    void asAGraph() {
        assertThat(CommandLineRun.of("explain", "--format", "dot", "unpaid", folder)
                        .out())
                .contains("wait -> match [label=\"after 15 minutes\"];");
        assertThat(CommandLineRun.of("explain", "--format", "json", "unpaid", folder)
                        .out())
                .contains("\"id\" : \"wait\"", "\"kind\" : \"WAIT\"", "\"detail\" : \"for 15 minutes\"");
    }

    @Test
    void anUnknownRuleIsNamedWithANearOne() {
        CommandLineRun run = CommandLineRun.of("explain", "unpayed", folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no rule `unpayed`: did you mean `unpaid`?");
    }

    @Test
    void rulesWithErrorsAreNotExplained() throws IOException {
        Files.writeString(folder.resolve("orders.trip"), RULES.replace("by order", "by ordre"));
        CommandLineRun run = CommandLineRun.of("explain", "unpaid", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("did you mean `order`?");
    }
}
