package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A deadline passes although a source that was there before it is silent and others go on. */
class SilentSourceTest {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private static final SourceFile RULES = new SourceFile("waits.trip", """
            event Payment {
              id      string   @id
              card    string
              amount  decimal
              at      timestamp @time
            }

            rule waits {
              by card
              match big: Payment[amount > 100] then not Payment within 3s
              alert "{card}: {big.id}"
            }
            """);

    @Test
    void theOthersMoveTimeOn() {
        RecordingSink sink = new RecordingSink();
        NodeOptions options = NodeOptions.inMemory(2)
                .withLimits(NodeLimits.DEFAULT
                        .withRememberedIds(10_000)
                        .withRing(64, 1 << 20)
                        .withSourceIdleMillis(1))
                .withTickInterval(Duration.ofMillis(1));
        try (Node node = Node.open(options, sink)) {
            node.publish(List.of(RULES)).join();
            submit(node, "silent", "p1 card1 200");
            long startNanos = System.nanoTime();
            for (int id = 2; sink.lines().stream().noneMatch(line -> line.contains("card1")); id++) {
                submit(node, "busy", "p" + id + " card2 1");
                assertThat(System.nanoTime() - startNanos)
                        .as("the silent source holds time up")
                        .isLessThan(PATIENCE_NANOS);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private static void submit(Node node, String source, String payment) {
        EventBatch batch = NodeDriver.batch(node.catalog(), payment);
        NodeDriver.accepted(node.submitWaiting(
                new EventBatch(batch.catalog(), batch.events(), batch.length(), batch.count(), source)));
    }
}
