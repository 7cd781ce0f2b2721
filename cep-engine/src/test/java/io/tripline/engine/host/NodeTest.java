package io.tripline.engine.host;

import static io.tripline.engine.host.NodeDriver.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.host.SubmitResult.Refused;
import io.tripline.engine.host.SubmitResult.Stale;
import io.tripline.engine.journal.DirectoryInUseException;
import io.tripline.engine.table.ReferenceChange;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {

    @TempDir
    Path directory;

    private final RecordingSink sink = new RecordingSink();

    @Test
    void eventsGetTheirSequencesAndRulesTheirSay() {
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            assertThat(node.rules().revision()).isEqualTo(1);
            Accepted first = submit(node, "t1 a 1.00", "t2 a 1.50", "t3 b 7");
            assertThat(first.firstSequence()).as("the rule change was 1").isEqualTo(2);
            assertThat(first.count()).isEqualTo(3);
            assertThat(submit(node, "t4 a 500").firstSequence()).isEqualTo(5);
        }
        assertThat(sink.lines()).hasSize(2);
        assertThat(sink.lines().get(0)).startsWith("5 Fired big").endsWith("a paid 500");
        assertThat(sink.lines().get(1)).startsWith("5 Fired probed").endsWith("a: 2 probes, then 500");
        assertThat(sink.position()).isEqualTo(5);
    }

    @Test
    void listsChangeAtOnePlaceInTheJournalAndAreKept() {
        SourceFile rules = new SourceFile("lists.trip", """
                list blocked of string
                rule known { by card on p: Payment when card in blocked alert "{card} is blocked" }
                """);
        ReferenceChange block = new ReferenceChange.AddToList("blocked", "a", OptionalLong.empty(), 0);
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            node.publish(List.of(NodeDriver.RULES, rules)).join();
            submit(node, "t1 a 1");
            assertThat(node.changeReferences(2, List.of(block)).join()).isEqualTo(4);
            submit(node, "t2 a 1");
            assertThatThrownBy(() -> node.changeReferences(1, List.of(block)).join())
                    .hasMessageContaining("the rules have changed meanwhile");
        }
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            submit(node, "t3 a 1");
        }
        assertThat(sink.lines().stream().filter(line -> line.contains("Fired")))
                .satisfiesExactly(line -> assertThat(line).startsWith("5 Fired known"), line -> assertThat(line)
                        .startsWith("6 Fired known"));
    }

    @Test
    void anIdSeenBeforeChangesNothing() {
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            submit(node, "t1 a 1", "t2 a 1");
            Accepted again = submit(node, "t1 a 1", "t3 a 200", "t3 a 300", "t2 a 1");
            assertThat(again.count()).isEqualTo(1);
            assertThat(again.duplicates().stream()).containsExactly(0, 2, 3);
            assertThat(submit(node, "t3 a 200").count()).isZero();
            assertThat(node.status().events().duplicates()).isEqualTo(4);
            assertThat(node.status().events().accepted()).isEqualTo(3);
        }
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            assertThat(submit(node, "t1 a 1", "t2 a 1", "t3 a 200").count())
                    .as("after a restart")
                    .isZero();
        }
        assertThat(sink.lines()).hasSize(2);
    }

    @Test
    void aBatchWrittenBeforeARuleChangeIsStaleAndCanBeWrittenAgain() {
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            EventCatalog before = node.catalog();
            EventBatch batch = NodeDriver.batch(before, "t1 a 2000");
            RuleSet changed = node.publish(List.of(NodeDriver.RULES, NodeDriver.MORE_RULES))
                    .join();
            assertThat(changed.revision()).isEqualTo(2);
            assertThat(changed.plan().rules()).hasSize(3);
            assertThat(node.rules()).isEqualTo(changed);
            assertThat(node.submitWaiting(batch)).isInstanceOfSatisfying(Stale.class, stale -> {
                assertThat(stale.current()).isSameAs(node.catalog());
                EventBatch.Translation translation = batch.encodedFor(stale.current());
                assertThat(translation.problems()).isEmpty();
                NodeDriver.accepted(node.submitWaiting(translation.batch().orElseThrow()));
            });
        }
        assertThat(sink.lines()).hasSize(2);
        assertThat(sink.lines().get(1)).contains("huge");
    }

    @Test
    void aRuleSetWithErrorsIsRejectedAndChangesNothing() {
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            assertThatThrownBy(() -> node.publish(List.of(new SourceFile("bad.trip", "rule x {")))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(RulesRejectedException.class, e -> assertThat(e.diagnostics())
                            .isNotEmpty());
            assertThat(node.rules().revision()).isEqualTo(1);
        }
    }

    @Test
    void aDirectoryHasOneNode() {
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            assertThatThrownBy(() -> Node.open(NodeDriver.options(directory), new RecordingSink()))
                    .isInstanceOf(DirectoryInUseException.class);
            assertThat(submit(node, "t1 a 1").count()).isEqualTo(1);
        }
    }

    @Test
    void aClosedNodeRefuses() {
        Node node = NodeDriver.open(NodeDriver.options(directory), sink);
        EventBatch batch = NodeDriver.batch(node.catalog(), "t1 a 1");
        node.close();
        node.close();
        assertThat(node.submitWaiting(batch)).isInstanceOf(Refused.class);
        assertThat(node.status().state()).isEqualTo(NodeStatus.State.STOPPED);
    }

    @Test
    void theStatusSaysWhatThereIs() {
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            submit(node, "t1 a 1", "t2 b 1");
            NodeStatus status = node.status();
            assertThat(status.state()).isEqualTo(NodeStatus.State.RUNNING);
            assertThat(status.reason()).isEmpty();
            assertThat(status.journal().sequence()).isEqualTo(3);
            assertThat(status.journal().bytes()).isPositive();
            assertThat(status.events().accepted()).isEqualTo(2);
            assertThat(status.rules()).isEqualTo(2);
            assertThat(status.ring().capacity()).isEqualTo(64);
        }
    }

    @Test
    void aNodeInMemoryKeepsNothing() {
        try (Node node = NodeDriver.open(NodeOptions.inMemory(3), sink)) {
            submit(node, "t1 a 150");
        }
        assertThat(sink.lines()).hasSize(1);
    }
}
