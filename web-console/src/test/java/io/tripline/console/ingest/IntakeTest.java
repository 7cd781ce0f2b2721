package io.tripline.console.ingest;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.decode.DecodeLimits;
import io.tripline.console.decode.ErrorCode;
import io.tripline.console.decode.EventError;
import io.tripline.console.decode.EventReader;
import io.tripline.console.node.NodeUnderTest;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeLimits;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.port.OutcomeSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a body while the node is busy: its alerts are kept as slowly as the test says. */
class IntakeTest {

    private static final IntakeLimits TWO_AT_A_TIME = new IntakeLimits(2, 1 << 20, 100, 60, 60_000);

    private final SlowSink sink = new SlowSink();
    private Node node;

    @BeforeEach
    void open() {
        NodeOptions options = NodeOptions.inMemory(1)
                .withLimits(NodeLimits.DEFAULT.withRing(8, 1 << 20).withRememberedIds(1_000));
        node = Node.open(options, sink);
        node.publish(List.of(
                        new SourceFile("payments.trip", NodeUnderTest.PAYMENTS),
                        new SourceFile("large.trip", NodeUnderTest.LARGE)))
                .join();
    }

    @AfterEach
    void close() {
        sink.go();
        node.close();
    }

    /** In the middle of its body a request waits a while; what is not taken then is said line by line. */
    @Test
    void aBodyThatMeetsABusyNodeIsAnsweredByTheLine() throws Exception {
        sink.stop();
        IntakeResult first = take("http", "a", 100).result();
        assertThat(first.accepted()).isBetween(8L, 16L);
        assertThat(first.accepted() + first.rejected()).isEqualTo(100);
        assertThat(first.errors()).extracting(EventError::code).containsOnly(ErrorCode.OVERLOADED);
        assertThat(first.errors().stream().map(EventError::line).sorted().toList())
                .as("all lines behind the last that was taken")
                .isEqualTo(IntStream.rangeClosed((int) first.accepted() + 1, 100)
                        .mapToObj(Long::valueOf)
                        .toList());

        Intake second = take("http", "b", 100);
        assertThat(second.result().isTaken()).isFalse();
        assertThat(second.turnedAway())
                .as("nothing was taken, so all is to be sent again")
                .isPresent();

        IntakeResult other = take("other", "c", 2).result();
        assertThat(other.accepted()).as("another source is not starved").isEqualTo(2);

        sink.go();
        IntakeResult again = take("http", "a", 100).result();
        while (again.rejected() > 0) {
            again = take("http", "a", 100).result();
        }
        assertThat(again.accepted() + again.duplicates()).isEqualTo(100);
    }

    private Intake take(String source, String prefix, int count) throws IOException, InterruptedException {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> payment(prefix + i, "card", "900"))
                .collect(Collectors.joining("\n"));
        Intake intake = new Intake(node, source, TWO_AT_A_TIME);
        intake.take(EventReader.ofNdjson(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                intake.catalog(),
                DecodeLimits.DEFAULT));
        return intake;
    }

    @Test
    void theLargestBatchIsNoLargerThanTheNodeTakes() {
        IntakeLimits limits = IntakeLimits.waiting(0);
        assertThat(limits.batchBytes() + DecodeLimits.DEFAULT.eventBytes()).isLessThan(EventBatch.MAX_BYTES);
    }

    /** Keeps nothing, and waits when it is told to. */
    private static final class SlowSink implements OutcomeSink {

        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile long position;

        void stop() {
            gate = new CountDownLatch(1);
        }

        void go() {
            gate.countDown();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void accept(long throughSequence, List<Outcome> outcomes) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts the node's threads", e);
            }
            position = throughSequence;
        }
    }
}
