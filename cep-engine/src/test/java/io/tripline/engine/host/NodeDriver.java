package io.tripline.engine.host;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.SubmitResult.Accepted;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * Payments, the rules that look at them, and batches of them. A payment is written {@code "id card amount"}; its time is
 * its id's number in seconds, or its place in the batch.
 */
final class NodeDriver {

    static final SourceFile RULES = new SourceFile("payments.trip", """
            event Payment {
              id      string   @id
              card    string
              amount  decimal
              at      timestamp @time
            }

            rule big "A big payment" {
              by card
              on p: Payment
              when amount > 100
              alert "{card} paid {p.amount}"
            }

            rule probed "Small payments, then a big one" {
              by card
              match small: Payment[amount < 2]{2,}
               then hit: Payment[amount > 100]
              within 10m
              alert "{card}: {count(small)} probes, then {hit.amount}"
            }
            """);

    static final SourceFile MORE_RULES = new SourceFile("more.trip", """
            rule huge "A huge payment" {
              by card
              on p: Payment
              when amount > 1000
              alert "{card} paid {p.amount}, which is huge"
            }
            """);

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private NodeDriver() {}

    static NodeOptions options(Path directory) {
        return NodeOptions.in(directory)
                .withPartitions(2)
                .withLimits(NodeLimits.DEFAULT.withRememberedIds(10_000).withRing(64, 1 << 20));
    }

    /** A node with the rules of this class, published unless it had them. */
    static Node open(NodeOptions options, RecordingSink sink) {
        return withRules(Node.open(options, sink));
    }

    static Node withRules(Node node) {
        if (node.rules().revision() == 0) {
            node.publish(List.of(RULES)).join();
        }
        return node;
    }

    static EventBatch batch(EventCatalog catalog, String... payments) {
        EventWriter writer = new EventWriter(100 * payments.length);
        EventLayout layout = catalog.layoutOrNull("Payment");
        for (String payment : payments) {
            String[] words = payment.split(" ", 3);
            write(writer, layout, words[0], words[1], words[2], seconds(words[0]));
        }
        return new EventBatch(catalog, writer.toByteArray(), writer.length(), writer.count(), "test");
    }

    /** Payments of few cards, in order, each with an id of its own. */
    static EventBatch randomBatch(EventCatalog catalog, long seed, long firstId, int count) {
        SplittableRandom random = new SplittableRandom(seed + firstId);
        EventWriter writer = new EventWriter(100 * count);
        EventLayout layout = catalog.layoutOrNull("Payment");
        for (long id = firstId; id < firstId + count; id++) {
            String amount = random.nextInt(4) == 0 ? "150.50" : "1";
            write(writer, layout, "r" + id, "card" + random.nextInt(7), amount, id);
        }
        return new EventBatch(catalog, writer.toByteArray(), writer.length(), writer.count(), "source " + firstId % 3);
    }

    private static void write(
            EventWriter writer, EventLayout layout, String id, String card, String amount, long seconds) {
        writer.begin(layout);
        writer.putText(0, id);
        writer.putText(1, card);
        writer.putDecimal(2, Decimals.pack(new BigDecimal(amount)));
        writer.putLong(3, Nanos.of(START.plusSeconds(seconds)));
        writer.end();
    }

    static Accepted accepted(SubmitResult result) {
        if (result instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + result);
    }

    /** Whether a batch is on its way, or taken. */
    static boolean isTaken(CompletableFuture<SubmitResult> answer) {
        return !answer.isDone() || answer.join() instanceof Accepted;
    }

    static Accepted submit(Node node, String... payments) {
        return accepted(node.submitWaiting(batch(node.catalog(), payments)));
    }

    private static long seconds(String id) {
        return Long.parseLong("0" + id.replaceAll("[^0-9]", ""));
    }
}
