package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.port.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The clock of the machine is set while events come and while none come: the alerts are the same. */
class ClockJumpTest {

    private static final SourceFile RULES = new SourceFile("payments.trip", """
            event Payment {
              id      string   @id
              card    string
              amount  decimal
              at      timestamp @time
            } late after 1h

            rule silent "A big payment and then nothing" {
              by card
              match big: Payment[amount > 100] then not Payment within 3s
              alert "{card}: {big.id}"
            }
            """);

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final int BATCHES = 12;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    /** A clock that is set by an amount before each batch. */
    private static final class SetClock implements TimeSource {

        private final AtomicLong offsetNanos = new AtomicLong();
        private volatile long stoppedAtNanos;

        void jump(long byNanos) {
            long unused = offsetNanos.addAndGet(byNanos);
        }

        void stop() {
            stoppedAtNanos = nowNanos();
        }

        @Override
        public long nowNanos() {
            return stoppedAtNanos != 0 ? stoppedAtNanos : SystemTime.INSTANCE.nowNanos() + offsetNanos.get();
        }
    }

    @Test
    void theAlertsAreTheSame() {
        List<String> steady = alerts(new SetClock(), new long[BATCHES]);
        assertThat(steady).hasSizeGreaterThan(20);
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, long[]> jumps = new LinkedHashMap<>();
        for (long jump : new long[] {HOUR, -HOUR, DAY, -DAY}) {
            long[] once = new long[BATCHES];
            once[random.nextInt(1, BATCHES)] = jump;
            jumps.put("once by " + Duration.ofNanos(jump), once);
        }
        jumps.put("each time", random.longs(BATCHES, -DAY, DAY).toArray());
        jumps.forEach((what, by) -> assertThat(alerts(new SetClock(), by))
                .as("%s, seed %d", what, seed)
                .isEqualTo(steady));
        SetClock stopped = new SetClock();
        stopped.stop();
        assertThat(alerts(stopped, new long[BATCHES])).as("stopped").isEqualTo(steady);
    }

    private static List<String> alerts(SetClock clock, long[] jumps) {
        RecordingSink sink = new RecordingSink();
        NodeOptions options = NodeOptions.inMemory(2)
                .withLimits(NodeLimits.DEFAULT.withRememberedIds(10_000).withRing(64, 1 << 20))
                .withTime(clock)
                .withTickInterval(Duration.ofMillis(1));
        try (Node node = Node.open(options, sink)) {
            node.publish(List.of(RULES)).join();
            for (int i = 0; i < jumps.length; i++) {
                NodeDriver.accepted(node.submitWaiting(NodeDriver.randomBatch(node.catalog(), 5, 30L * i, 30)));
                awaitTick(node);
                clock.jump(jumps[i]);
                awaitTick(node);
            }
            node.advanceTime(Long.MAX_VALUE).join();
        }
        // Where in the journal it was found that time has passed depends on the ticks between.
        List<String> lines = new ArrayList<>();
        sink.lines().forEach(line -> lines.add(line.substring(line.indexOf(' ') + 1)));
        lines.sort(null);
        return lines;
    }

    private static void awaitTick(Node node) {
        long sequence = node.status().journal().sequence();
        long startNanos = System.nanoTime();
        while (node.status().journal().sequence() == sequence) {
            assertThat(System.nanoTime() - startNanos)
                    .as("time does not move on")
                    .isLessThan(PATIENCE_NANOS);
            LockSupport.parkNanos(500_000);
        }
    }
}
