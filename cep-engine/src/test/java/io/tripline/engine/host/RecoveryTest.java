package io.tripline.engine.host;

import static io.tripline.engine.host.NodeDriver.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.journal.JournalLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same journal gives the same outcomes, however often it is read and by however many engines. */
class RecoveryTest {

    private static final long SEED = 7;

    @TempDir
    Path directory;

    private final RecordingSink sink = new RecordingSink();

    @Test
    void aRestartedNodeKnowsWhatItKnew() {
        for (String payment : List.of("t1 a 1", "t2 a 1", "t3 b 700", "t4 a 500")) {
            try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
                assertThat(node.rules().revision()).isEqualTo(1);
                submit(node, payment);
            }
        }
        assertThat(sink.lines()).extracting(line -> line.split(" ", 4)[2]).containsExactly("big", "big", "probed");
    }

    @Test
    void noOutcomeComesTwiceAndNoneIsMissingWhereverTheSinkStopped() {
        List<String> all = runWith(2, 50);
        assertThat(all).hasSizeGreaterThan(100);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 5; round++) {
            RecordingSink behind = new RecordingSink();
            long kept = random.nextLong(1, 2000);
            behind.startAt(kept);
            NodeDriver.open(NodeDriver.options(directory), behind).close();
            assertThat(behind.lines())
                    .as("after %d, seed %d", kept, SEED)
                    .isEqualTo(all.stream()
                            .filter(line -> Long.parseLong(line.split(" ", 2)[0]) > kept)
                            .toList());
        }
    }

    @Test
    void theNumberOfPartitionsChangesNothing() {
        List<String> two = runWith(2, 20);
        for (int partitions : new int[] {1, 4, 7}) {
            RecordingSink other = new RecordingSink();
            NodeDriver.open(NodeDriver.options(directory).withPartitions(partitions), other)
                    .close();
            assertThat(other.lines()).as("%d partitions", partitions).isEqualTo(two);
        }
    }

    @Test
    void theClockHasNoSay() {
        List<String> steady = runWith(1, 20);
        RecordingSink other = new RecordingSink();
        SplittableRandom random = new SplittableRandom(SEED);
        NodeOptions options = NodeDriver.options(directory.resolve("jumping"))
                .withTime(() -> random.nextLong(0, Long.MAX_VALUE / 2))
                .withPartitions(1);
        feed(options, other, 20);
        assertThat(other.lines()).isEqualTo(steady);
    }

    @Test
    void theJournalMayRollInBetween() {
        NodeOptions options = NodeDriver.options(directory);
        JournalLimits small = new JournalLimits(100_000, 100_000, 0);
        options = options.withLimits(options.limits().withJournal(small));
        feed(options, sink, 50);
        RecordingSink again = new RecordingSink();
        try (Node node = NodeDriver.open(options, again)) {
            assertThat(node.status().journal().sequence()).isEqualTo(2001);
        }
        assertThat(again.lines()).isEqualTo(sink.lines()).isNotEmpty();
        assertThat(directory.resolve("journal").toFile().list()).hasSizeGreaterThan(2);
    }

    @Test
    void aRuleChangeTakesEffectAtItsPlace() {
        NodeOptions options = NodeDriver.options(directory);
        try (Node node = NodeDriver.open(options, sink)) {
            submit(node, "t1 a 2000");
            node.publish(List.of(NodeDriver.RULES, NodeDriver.MORE_RULES)).join();
            submit(node, "t2 a 2000");
        }
        RecordingSink again = new RecordingSink();
        try (Node node = NodeDriver.open(options, again)) {
            assertThat(node.rules().revision()).isEqualTo(2);
            assertThat(node.rules().files()).containsExactly(NodeDriver.RULES, NodeDriver.MORE_RULES);
        }
        assertThat(again.lines()).isEqualTo(sink.lines());
        assertThat(sink.lines()).extracting(line -> line.split(" ", 4)[2]).containsExactly("big", "big", "huge");
    }

    @Test
    void outcomesOfAnotherJournalAreFound() {
        NodeDriver.open(NodeDriver.options(directory), sink).close();
        sink.startAt(1000);
        assertThatThrownBy(() -> Node.open(NodeDriver.options(directory), sink))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("through sequence 1000, but the journal ends at 1");
    }

    @Test
    void sequencesThatAJournalWithoutSyncHasLostAreNotGivenAgain() {
        NodeOptions options = NodeDriver.options(directory).withDurability(Durability.PROCESS);
        NodeDriver.open(options, sink).close();
        sink.startAt(1000);
        try (Node node = Node.open(options, sink)) {
            assertThat(submit(node, "t1 a 500").firstSequence()).isEqualTo(1001);
        }
        assertThat(sink.lines()).hasSize(1);
        try (Node node = Node.open(options, sink)) {
            assertThat(submit(node, "t1 a 500", "t2 a 500").count()).isEqualTo(1);
        }
        assertThat(sink.lines()).hasSize(2);
    }

    private List<String> runWith(int partitions, int batches) {
        feed(NodeDriver.options(directory).withPartitions(partitions), sink, batches);
        return sink.lines();
    }

    private static void feed(NodeOptions options, RecordingSink into, int batches) {
        try (Node node = NodeDriver.open(options, into)) {
            List<Runnable> waiting = new ArrayList<>();
            for (int i = 0; i < batches; i++) {
                EventBatch batch = NodeDriver.randomBatch(node.catalog(), SEED, 40L * i, 40);
                waiting.add(() -> NodeDriver.accepted(node.submitWaiting(batch)));
            }
            waiting.forEach(Runnable::run);
        }
    }
}
