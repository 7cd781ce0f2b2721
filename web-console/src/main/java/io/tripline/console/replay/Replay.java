package io.tripline.console.replay;

import io.tripline.console.decode.DecodeLimits;
import io.tripline.console.decode.EventError;
import io.tripline.console.decode.EventInput;
import io.tripline.console.decode.EventReader;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.host.NodeStatus;
import io.tripline.engine.host.SubmitResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

/**
 * Runs rules over recorded events. Outcomes depend on rules and events only, byte for byte: not on the number of
 * partitions, nor on the machine. For one thread and one run.
 */
public final class Replay {

    private static final int BATCH_EVENTS = 1_000;
    private static final int BATCH_BYTES = 256 << 10;

    /** So many batches may be on their way: enough to keep the engines busy, and few enough to keep memory small. */
    private static final int MAX_ON_THEIR_WAY = 64;

    private static final long BUSY_MILLIS = 1;

    private final List<SourceFile> rules;
    private final int partitions;
    private final Optional<String> csvType;
    private final Map<String, String> csvMap;
    private final boolean openEnd;
    private final ErrorListener errors;
    private final LongConsumer progress;

    private final EventWriter writer = new EventWriter(BATCH_BYTES + BATCH_BYTES / 4);
    private final ArrayDeque<CompletableFuture<SubmitResult>> onTheirWay = new ArrayDeque<>();
    private long events;
    private long duplicates;
    private long rejected;

    /** Hears of lines that hold no event. */
    @FunctionalInterface
    public interface ErrorListener {
        void rejected(String file, EventError error);
    }

    /**
     * A replay of rules that compile.
     *
     * @param csvType the type that the rows of CSV files are events of; nothing said, files are NDJSON
     * @param csvMap columns to fields
     * @param openEnd whether deadlines that no event has passed stay open at the end
     * @param progress is told the number of events read, after every batch
     */
    public Replay(
            List<SourceFile> rules,
            int partitions,
            Optional<String> csvType,
            Map<String, String> csvMap,
            boolean openEnd,
            ErrorListener errors,
            LongConsumer progress) {
        this.rules = List.copyOf(rules);
        this.partitions = partitions;
        this.csvType = csvType;
        this.csvMap = Map.copyOf(csvMap);
        this.openEnd = openEnd;
        this.errors = errors;
        this.progress = progress;
    }

    /**
     * Reads the files one after the other; each is a source of its own.
     *
     * @param out gets the outcomes as NDJSON; it is flushed, not closed
     * @throws ReplayException when it cannot go on
     */
    public ReplayReport run(List<String> files, OutputStream out) throws InterruptedException {
        long startNanos = System.nanoTime();
        OutcomeFile outcomes = new OutcomeFile(out);
        NodeStatus status;
        Node node = Node.open(NodeOptions.inMemory(partitions), outcomes);
        try (node) {
            node.publish(rules).get();
            for (String file : files) {
                replay(new EventFile(file), node);
            }
            if (!openEnd) {
                endTime(node);
            }
        } catch (ExecutionException e) {
            throw new ReplayException("the rules cannot be run: " + e.getCause().getMessage(), e);
        }
        status = node.status();
        outcomes.flush();
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return new ReplayReport(events, duplicates, rejected, outcomes.count(), seconds, status, node.meters());
    }

    /** No event will come any more: every deadline passes. */
    private static void endTime(Node node) throws InterruptedException {
        try {
            node.advanceTime(Long.MAX_VALUE).get();
        } catch (ExecutionException e) {
            throw new ReplayException("the engine failed: " + e.getCause().getMessage(), e);
        }
    }

    private void replay(EventFile file, Node node) throws InterruptedException {
        EventCatalog catalog = node.catalog();
        try (InputStream in = file.open()) {
            EventInput input = input(file, in, catalog);
            boolean more = true;
            while (more) {
                more = switch (input.next(writer)) {
                    case DECODED -> {
                        if (writer.count() == BATCH_EVENTS || writer.length() >= BATCH_BYTES) {
                            handOver(node, catalog, file);
                        }
                        yield true;
                    }
                    case REJECTED -> {
                        rejected++;
                        errors.rejected(file.name(), input.error());
                        yield true;
                    }
                    case END -> false;
                };
            }
        } catch (IOException e) {
            throw new ReplayException("cannot read on in " + file.name() + ": " + e.getMessage(), e);
        }
        handOver(node, catalog, file);
        settle(0);
    }

    private EventInput input(EventFile file, InputStream in, EventCatalog catalog) {
        if (csvType.isEmpty()) {
            if (file.looksLikeCsv()) {
                throw new ReplayException(file.name() + " is a CSV file: say with --type what its rows are");
            }
            return EventReader.ofNdjson(in, catalog, DecodeLimits.DEFAULT);
        }
        EventLayout layout = catalog.layoutOrNull(csvType.get());
        if (layout == null) {
            List<String> names =
                    catalog.layouts().stream().map(EventLayout::name).toList();
            String hint = DidYouMean.hint(csvType.get(), names).orElse("declared are " + String.join(", ", names));
            throw new ReplayException("'" + csvType.get() + "' is not a declared event type; " + hint);
        }
        return new CsvInput(in, layout, csvMap);
    }

    private void handOver(Node node, EventCatalog catalog, EventFile file) throws InterruptedException {
        if (writer.count() == 0) {
            return;
        }
        settle(MAX_ON_THEIR_WAY - 1);
        EventBatch batch = new EventBatch(catalog, writer.toByteArray(), writer.length(), writer.count(), file.name());
        writer.clear();
        CompletableFuture<SubmitResult> answer = node.submit(batch);
        // A busy node says so at once: the batch must have its place before the next one gets one.
        while (answer.isDone() && answer.join() instanceof SubmitResult.Busy) {
            Thread.sleep(BUSY_MILLIS);
            answer = node.submit(batch);
        }
        onTheirWay.add(answer);
        progress.accept(events);
    }

    /** Waits until only so many batches are on their way. */
    private void settle(int most) throws InterruptedException {
        while (onTheirWay.size() > most) {
            try {
                SubmitResult result = onTheirWay.remove().get();
                if (!(result instanceof SubmitResult.Accepted accepted)) {
                    throw new ReplayException("the engine takes no more: " + result);
                }
                events += accepted.count();
                duplicates += accepted.duplicates().cardinality();
            } catch (ExecutionException e) {
                throw new ReplayException("the engine failed: " + e.getCause(), e);
            }
        }
    }
}
