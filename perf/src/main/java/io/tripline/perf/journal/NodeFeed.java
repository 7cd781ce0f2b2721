package io.tripline.perf.journal;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.SubmitResult;
import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.host.SubmitResult.Refused;
import io.tripline.engine.port.OutcomeSink;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A node with a client in one process: hands in batch after batch and says on its output what became of each, {@code
 * acknowledged 7} or {@code refused 7 true the reason}. A refused batch is tried again a little later. Its arguments are
 * {@link FeedOptions}.
 */
public final class NodeFeed {

    private static final SourceFile RULES = new SourceFile("feed.trip", """
            event Payment {
              id      string   @id
              card    string
              amount  decimal
              at      timestamp @time
            }
            """);

    private NodeFeed() {}

    /** Runs the process. */
    public static void main(String[] arguments) throws Exception {
        FeedOptions options = FeedOptions.parse(arguments);
        try (Node node = open(options)) {
            int refused = 0;
            for (int number = 0; number < options.batches() && refused < options.refusals(); ) {
                SubmitResult result = node.submitWaiting(batch(node.catalog(), number, options.events()));
                if (result instanceof Accepted) {
                    System.out.println("acknowledged " + number);
                    number++;
                    refused = 0;
                } else if (result instanceof Refused refusal) {
                    System.out.println("refused " + number + " " + refusal.mayPass() + " " + refusal.reason());
                    refused++;
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        } catch (CompletionException e) {
            System.out.println("refused -1 false " + e.getCause().getMessage());
        } catch (UncheckedIOException e) {
            System.out.println("refused -1 false " + e.getMessage() + ": " + e.getCause());
        }
    }

    /** A node with the rules of the feed. */
    static Node open(FeedOptions options) {
        Node node = Node.open(options.node(), new NoOutcomes());
        if (node.rules().revision() == 0) {
            node.publish(List.of(RULES)).join();
        }
        return node;
    }

    static EventBatch batch(EventCatalog catalog, int number, int events) {
        EventWriter writer = new EventWriter(128 * events);
        EventLayout layout = catalog.layoutOrNull("Payment");
        for (int i = 0; i < events; i++) {
            writer.begin(layout);
            writer.putText(0, "p" + number + "-" + i);
            writer.putText(1, "card" + i % 100);
            writer.putDecimal(2, Decimals.pack(1_999 + i, 2));
            writer.putLong(3, 1_772_323_200_000_000_000L + number * 1_000_000L);
            writer.end();
        }
        return new EventBatch(catalog, writer.toByteArray(), writer.length(), writer.count(), "feed");
    }

    /** There are no rules, so there is nothing to keep. */
    private static final class NoOutcomes implements OutcomeSink {

        @Override
        public long position() {
            return 0;
        }

        @Override
        public void accept(long throughSequence, List<Outcome> outcomes) {
            if (!outcomes.isEmpty()) {
                throw new IllegalStateException("outcomes without rules: " + outcomes);
            }
        }
    }
}
