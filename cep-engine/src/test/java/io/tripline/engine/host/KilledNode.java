package io.tripline.engine.host;

import io.tripline.engine.journal.JournalLimits;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A process that feeds a node without end and says which batches were acknowledged, until it is killed. */
final class KilledNode {

    static final int BATCH = 20;

    private static final int CLIENTS = 8;

    private KilledNode() {}

    /**
     * Runs the process.
     *
     * @param arguments the data directory, and the first id
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Node node = NodeDriver.open(options(Path.of(arguments[0])), new RecordingSink());
        AtomicLong nextId = new AtomicLong(Long.parseLong(arguments[1]));
        for (int i = 0; i < CLIENTS; i++) {
            new Thread(() -> sendForEver(node, nextId, out)).start();
        }
        while (true) {
            Thread.sleep(200);
            node.publish(node.rules().files()).join();
        }
    }

    private static void sendForEver(Node node, AtomicLong nextId, PrintStream out) {
        while (true) {
            long first = nextId.getAndAdd(BATCH);
            SubmitResult result;
            do {
                result = node.submitWaiting(NodeDriver.randomBatch(node.catalog(), 1, first, BATCH));
            } while (result instanceof SubmitResult.Stale);
            if (!(result instanceof SubmitResult.Accepted)) {
                Runtime.getRuntime().halt(1);
            }
            out.println(first + " .");
        }
    }

    /** Small files, so that a roll is among what is interrupted. */
    static NodeOptions options(Path directory) {
        NodeOptions options = NodeDriver.options(directory);
        return options.withLimits(
                options.limits().withRememberedIds(10_000_000).withJournal(new JournalLimits(300_000, 300_000, 0)));
    }
}
