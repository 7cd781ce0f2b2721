package io.tripline.engine.host;

import static io.tripline.engine.host.NodeDriver.batch;
import static io.tripline.engine.host.NodeDriver.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.host.SubmitResult.Busy;
import io.tripline.engine.host.SubmitResult.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a node does when what it stands on fails. */
class NodeFaultTest {

    private static final NodeOptions OPTIONS = NodeDriver.options(Path.of("unused"));

    private final FaultyJournal journal = new FaultyJournal();
    private final RecordingSink sink = new RecordingSink();

    @Test
    void afterAFailedSyncNothingIsAcknowledgedUntilARestart() {
        try (Node node = open(journal)) {
            submit(node, "t1 a 1", "t2 a 1");
            journal.failForce();
            requireRefusedForGood(node, "sync", "t3 a 500");
            requireRefusedForGood(node, "sync", "t4 a 500");
            assertThat(node.status().state()).isEqualTo(NodeStatus.State.REFUSING);
            assertThat(node.status().reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("sync"));
            assertThat(node.status().journal().sequence()).isEqualTo(3);
        }
        assertThat(sink.lines()).as("no engine saw what was not durable").isEmpty();
        try (Node node = open(journal.afterCrash())) {
            Accepted accepted = submit(node, "t3 a 500", "t1 a 1");
            assertThat(accepted.firstSequence()).isEqualTo(4);
            assertThat(accepted.count()).isEqualTo(1);
        }
        assertThat(sink.lines()).hasSize(2);
    }

    @Test
    void afterAFailedWriteNothingIsAcknowledged() {
        try (Node node = open(journal)) {
            journal.failAppend();
            requireRefusedForGood(node, "write", "t1 a 500");
            requireRefusedForGood(node, "write", "t2 a 500");
            assertThatThrownBy(() -> node.publish(List.of(NodeDriver.RULES)).join())
                    .cause()
                    .isInstanceOf(NodeRefusesException.class)
                    .hasMessageContaining("write");
        }
        assertThat(sink.lines()).isEmpty();
    }

    @Test
    void aFullJournalRefusesAndGoesOnWhenThereIsRoom() {
        try (Node node = open(journal)) {
            journal.setFull(true);
            assertThat(node.submitWaiting(batch(node.catalog(), "t1 a 500")))
                    .isEqualTo(new Refused("the disk is full, says the test", true));
            assertThat(node.status().state()).isEqualTo(NodeStatus.State.REFUSING);
            assertThat(node.status().mayPass()).isTrue();
            journal.setFull(false);
            assertThat(node.status().state()).isEqualTo(NodeStatus.State.RUNNING);
            assertThat(submit(node, "t1 a 500").count())
                    .as("its id is not remembered from the refused batch")
                    .isEqualTo(1);
        }
        assertThat(sink.lines()).hasSize(1);
    }

    @Test
    void manyBatchesShareAForce() {
        NodeOptions wide = OPTIONS.withLimits(OPTIONS.limits().withRing(1024, 1 << 24));
        try (Node node = NodeDriver.withRules(Node.open(wide, sink, journal, () -> {}))) {
            int before = journal.forces();
            List<CompletableFuture<SubmitResult>> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                answers.add(node.submit(NodeDriver.randomBatch(node.catalog(), 1, 10L * i, 10)));
            }
            answers.forEach(answer -> NodeDriver.accepted(answer.join()));
            assertThat(journal.forces() - before).isBetween(1, 499);
        }
    }

    @Test
    void aFullRingIsBusy() {
        NodeOptions narrow = OPTIONS.withLimits(OPTIONS.limits().withRing(4, 1 << 20));
        try (Node node = NodeDriver.withRules(Node.open(narrow, sink, journal, () -> {}))) {
            requireBusyWhileTheSinkWaits(node);
        }
    }

    @Test
    void tooManyBytesOnTheirWayAreBusy() {
        NodeOptions narrow = OPTIONS.withLimits(OPTIONS.limits().withRing(1024, 500));
        try (Node node = NodeDriver.withRules(Node.open(narrow, sink, journal, () -> {}))) {
            requireBusyWhileTheSinkWaits(node);
        }
    }

    /** One source that sends all it can leaves room for the others, and does not get all the room again. */
    @Test
    void aGreedySourceLeavesRoomForOthers() {
        NodeOptions narrow = OPTIONS.withLimits(OPTIONS.limits().withRing(16, 1 << 20));
        try (Node node = NodeDriver.withRules(Node.open(narrow, sink, journal, () -> {}))) {
            sink.close();
            try {
                requireRoomForOthers(node);
            } finally {
                sink.open();
            }
        }
    }

    private static void requireRoomForOthers(Node node) {
        int greedy = 0;
        while (NodeDriver.isTaken(node.submit(batch(node.catalog(), "g" + greedy + " a 500")))) {
            greedy++;
        }
        assertThat(greedy).isBetween(10, 12);
        for (String other : List.of("first", "second", "third")) {
            EventBatch payment = batch(node.catalog(), other + "1 b 500");
            EventBatch fromOther = new EventBatch(payment.catalog(), payment.events(), payment.length(), 1, other);
            assertThat(NodeDriver.isTaken(node.submit(fromOther))).as(other).isTrue();
            assertThat(NodeDriver.isTaken(node.submit(batch(node.catalog(), "again a 1"))))
                    .isFalse();
        }
    }

    private void requireBusyWhileTheSinkWaits(Node node) {
        sink.close();
        List<CompletableFuture<SubmitResult>> answers = new ArrayList<>();
        boolean busy = false;
        for (int i = 0; !busy; i++) {
            CompletableFuture<SubmitResult> answer = node.submit(batch(node.catalog(), "t" + i + " a 500"));
            busy = answer.isDone() && answer.join() instanceof Busy;
            if (!busy) {
                answers.add(answer);
            }
            assertThat(answers).as("batches taken").hasSizeLessThan(20);
        }
        sink.open();
        answers.forEach(answer -> NodeDriver.accepted(answer.join()));
        submit(node, "last b 1");
    }

    @Test
    void aSinkThatFailsIsAskedAgainAndHasEveryOutcomeOnce() {
        try (Node node = open(journal)) {
            sink.fail("the disk of the alerts is full");
            submit(node, "t1 a 500");
            while (node.status().state() != NodeStatus.State.REFUSING) {
                Thread.onSpinWait();
            }
            assertThat(node.submitWaiting(batch(node.catalog(), "t2 a 500")))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.reason()).contains("the disk of the alerts is full");
                        assertThat(refused.mayPass()).isTrue();
                    });
            sink.work();
            while (node.status().state() != NodeStatus.State.RUNNING) {
                Thread.onSpinWait();
            }
            submit(node, "t2 a 600");
        }
        assertThat(sink.lines()).hasSize(2);
    }

    @Test
    void aSinkThatKeepsFailingDoesNotHoldUpTheClosing() {
        try (Node node = open(journal)) {
            sink.fail("no");
            submit(node, "t1 a 500");
        }
        sink.work();
        open(journal.afterCrash()).close();
        assertThat(sink.lines()).hasSize(1);
    }

    @Test
    void anEngineThatFailsStopsTheNode() {
        try (Node node = open(journal)) {
            EventBatch whole = batch(node.catalog(), "t1 a 500", "t2 a 500");
            byte[] broken = Arrays.copyOf(whole.events(), whole.length());
            int card = 16 + 8 + 8;
            Arrays.fill(broken, card, card + 8, (byte) 0x7F);
            EventBatch batch = new EventBatch(whole.catalog(), broken, whole.length(), whole.count(), "test");
            NodeDriver.accepted(node.submitWaiting(batch));
            while (node.status().state() != NodeStatus.State.REFUSING) {
                Thread.onSpinWait();
            }
            assertThat(node.status().reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("failed at sequence 2"));
            assertThat(node.submitWaiting(batch(node.catalog(), "t3 a 1")))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.mayPass())
                            .isFalse());
        }
        assertThat(sink.lines()).as("nothing from there on leaves the node").isEmpty();
    }

    private Node open(FaultyJournal opened) {
        return NodeDriver.withRules(Node.open(OPTIONS, sink, opened, () -> {}));
    }

    private static void requireRefusedForGood(Node node, String why, String... payments) {
        assertThat(node.submitWaiting(batch(node.catalog(), payments)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).contains(why);
                    assertThat(refused.mayPass()).isFalse();
                });
    }
}
