package io.tripline.engine.host;

import static io.tripline.engine.host.NodeDriver.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.host.RuleStart.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are published on a running node and know what was before. */
class WarmStartNodeTest {

    private static final SourceFile THIRD = new SourceFile("third.trip", """
            rule third "Three payments within an hour" {
              by card
              on p: Payment
              when count(Payment) over 1h > 2
              alert "{card}: {count(Payment) over 1h} payments"
            }
            rule pair {
              by card
              match a: Payment[amount == 7] then b: Payment[amount == 8] within 1h
              alert "{card}: {a.id} {b.id}"
            }
            """);

    @TempDir
    Path directory;

    private static final int BATCHES_BEHIND = 50;

    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aNewRuleKnowsThePast(int partitions) {
        NodeOptions options = NodeDriver.options(directory).withPartitions(partitions);
        try (Node node = NodeDriver.open(options, sink)) {
            submit(node, "t1 a 7", "t2 a 3", "t3 a 3", "t4 b 7", "t5 b 3");
            Publication published =
                    node.publishWarm(List.of(NodeDriver.RULES, THIRD)).join();
            assertThat(published.warmFrom()).isEqualTo(2);
            assertThat(published.starts())
                    .extracting(RuleStart::kind)
                    .containsExactly(Kind.UNCHANGED, Kind.WARM, Kind.UNCHANGED, Kind.WARM);
            submit(node, "t6 a 8", "t7 b 8");
        }
        // The third payment of card a was before the change, so nothing is told of it.
        assertThat(sink.lines())
                .extracting(line -> line.replaceAll(" [0-9a-f]{32}", ""))
                .containsExactlyInAnyOrder(
                        "8 Fired pair a: t1 t6",
                        "8 Fired third a: 4 payments",
                        "9 Fired pair b: t4 t7",
                        "9 Fired third b: 3 payments");
        for (int others : new int[] {1, 2, 5}) {
            RecordingSink again = new RecordingSink();
            NodeDriver.open(options.withPartitions(others), again).close();
            assertThat(again.lines()).isEqualTo(sink.lines());
        }
    }

    @Test
    void otherWordsKeepWhatIsKnown() {
        SourceFile reworded = new SourceFile(THIRD.name(), THIRD.text().replace("payments\"", "of them\""));
        NodeOptions options = NodeDriver.options(directory);
        try (Node node = NodeDriver.open(options, sink)) {
            node.publishWarm(List.of(NodeDriver.RULES, THIRD)).join();
            submit(node, "t1 a 3", "t2 a 3");
            Publication published =
                    node.publishWarm(List.of(NodeDriver.RULES, reworded)).join();
            assertThat(published.starts())
                    .extracting(start -> start.rule() + " " + start.kind())
                    .containsExactly("big UNCHANGED", "pair UNCHANGED", "probed UNCHANGED", "third KEPT");
            assertThat(published.warmFrom()).isZero();
            submit(node, "t3 a 3");
        }
        assertThat(sink.lines()).hasSize(1).first().asString().endsWith("a: 3 of them");
        RecordingSink again = new RecordingSink();
        NodeDriver.open(options, again).close();
        assertThat(again.lines()).isEqualTo(sink.lines());
    }

    @Test
    void aRuleThatActsOnOthersBeginsEmptyAndTheAnswerSaysWhy() {
        SourceFile lists = new SourceFile("lists.trip", """
                list watched of string
                rule watch { by card  on p: Payment[amount > 5]  alert "{card}"  add p.card to watched }
                """);
        try (Node node = NodeDriver.open(NodeDriver.options(directory), sink)) {
            submit(node, "t1 a 7");
            Publication published =
                    node.publishWarm(List.of(NodeDriver.RULES, lists)).join();
            assertThat(published.starts())
                    .contains(new RuleStart("watch", Kind.EMPTY, "it acts on other rules, or they on it"));
        }
    }

    @Test
    void whileEventsComeItMissesNone() {
        NodeOptions options = NodeDriver.options(directory).withPartitions(2);
        try (Node node = NodeDriver.open(options, sink)) {
            AtomicBoolean published = new AtomicBoolean();
            Thread client = new Thread(() -> {
                int behind = 0;
                for (long i = 0; behind < BATCHES_BEHIND; i++) {
                    behind += published.get() ? 1 : 0;
                    // A batch that the change of the rules overtakes is written again, with the new catalogue.
                    while (node.submitWaiting(NodeDriver.randomBatch(node.catalog(), 3, 40 * i, 40))
                            instanceof SubmitResult.Stale) {
                        Thread.onSpinWait();
                    }
                }
            });
            client.start();
            SourceFile other = new SourceFile(
                    "more.trip",
                    NodeDriver.RULES
                            .text()
                            .substring(NodeDriver.RULES.text().indexOf("rule probed"))
                            .replace("probed", "again"));
            node.publishWarm(List.of(NodeDriver.RULES, other)).join();
            published.set(true);
            join(client);
        }
        RecordingSink again = new RecordingSink();
        NodeDriver.open(options.withPartitions(3), again).close();
        assertThat(again.lines()).isEqualTo(sink.lines()).anyMatch(line -> line.contains(" again "));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the test", e);
        }
    }
}
