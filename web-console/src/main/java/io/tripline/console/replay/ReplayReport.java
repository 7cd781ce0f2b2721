package io.tripline.console.replay;

import io.tripline.engine.host.NodeStatus;
import java.util.Locale;

/**
 * How a replay went.
 *
 * @param events that were taken, duplicates not counted
 * @param rejected lines that hold no event
 * @param status of the node at the end
 */
public record ReplayReport(
        long events, long duplicates, long rejected, long outcomes, double seconds, NodeStatus status) {

    /** One line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d events in %.2f s (%,.0f events/s), %,d outcomes%s%s",
                events,
                seconds,
                (events + duplicates) / seconds,
                outcomes,
                duplicates == 0 ? "" : String.format(Locale.ROOT, ", %,d duplicates", duplicates),
                rejected == 0 ? "" : String.format(Locale.ROOT, ", %,d lines with errors", rejected));
    }

    /** What {@code --stats} prints. */
    public String statistics() {
        return String.format(
                Locale.ROOT,
                "partitions %d%nrules %d%nkeys %,d%npartial matches %,d%ndropped partial matches %,d%nlate events %,d%n"
                        + "events without a key %,d%nwindows of views %,d%nevents left out of views %,d%nwatermark %s",
                status.partitions(),
                status.rules(),
                status.keys(),
                status.partialMatches(),
                status.droppedPartialMatches(),
                status.events().late(),
                status.events().missingKey(),
                status.viewWindows(),
                status.leftOutEvents(),
                status.watermark().map(Object::toString).orElse("none"));
    }
}
