package io.tripline.perf.journal;

import io.tripline.engine.host.Durability;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.journal.JournalLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * How a {@link NodeFeed} runs, also as the arguments of its process.
 *
 * @param batches acknowledged ones to end at
 * @param refusals in a row to end at
 * @param segmentBytes of the journal's files
 */
record FeedOptions(Path directory, int events, int batches, int refusals, Durability durability, long segmentBytes) {

    static FeedOptions parse(String[] arguments) {
        return new FeedOptions(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Durability.valueOf(arguments[4]),
                Long.parseLong(arguments[5]));
    }

    List<String> arguments() {
        return List.of(
                directory.toString(),
                String.valueOf(events),
                String.valueOf(batches),
                String.valueOf(refusals),
                durability.name(),
                String.valueOf(segmentBytes));
    }

    NodeOptions node() {
        NodeOptions options = NodeOptions.in(directory).withPartitions(1).withDurability(durability);
        JournalLimits journal = options.limits().journal();
        return options.withLimits(
                options.limits().withJournal(journal.withSegments(segmentBytes, journal.segmentNanos())));
    }
}
