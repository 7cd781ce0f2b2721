package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    private static final String RULES = """
            event Order { order string  at timestamp @time }
            event Payment { order string  at timestamp @time }
            rule unpaid {
              by order
              match o: Order then not Payment within 15m
              alert "Order {order} was not paid"
            }
            rule belated {
              on late o: Order
              when count(Order) over 1h > 1
              alert "belated"
            }
            test "nobody pays" of unpaid {
              Order { order: "7", at: 10:00 }
              expect alert { order: "7" } at 10:15
            }
            test "too late" of belated {
              Order { order: "7", at: 10:00 }
              expect no alert
            }
            """;

    private static final String WRONG = """
            test "paid <too> late" of unpaid {
              Order { order: "7", at: 10:00 }
              Payment { order: "7", at: 10:16 }
              expect no alert
            }
            """;

    @TempDir
    Path folder;

    private CommandLineRun run(String rules, Object... arguments) throws IOException {
        Files.writeString(folder.resolve("orders.trip"), rules);
        return CommandLineRun.of(arguments);
    }

    @Test
    void passesAndSaysWhatWasNotRun() throws IOException {
        CommandLineRun run = run(RULES, "test", folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("not run belated \"too late\"", "2 tests: 1 passed, 0 failed, 1 not run");
    }

    @Test
    void aFailureSaysWhatCameInstead() throws IOException {
        CommandLineRun run = run(RULES + WRONG, "test", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "orders.trip:21: failed unpaid \"paid <too> late\"",
                        "not expected: alert { order: 7 } at 2026-01-01T10:15:00Z: Order 7 was not paid");
    }

    @Test
    void buildServersReadJUnit() throws IOException {
        CommandLineRun run = run(RULES + WRONG, "test", "--format", "junit", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "<testsuite name=\"tripline\" tests=\"3\" failures=\"1\" skipped=\"1\">",
                        "name=\"paid &lt;too&gt; late\"",
                        "<failure message=\"not expected");
    }
}
