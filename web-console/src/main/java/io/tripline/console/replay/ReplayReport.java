package io.tripline.console.replay;

import io.tripline.engine.core.RuleMeter;
import io.tripline.engine.host.NodeStatus;
import java.util.List;
import java.util.Locale;

/**
 * How a replay went.
 *
 * @param events that were taken, duplicates not counted
 * @param rejected lines that hold no event
 * @param status of the node at the end
 * @param meters of the rules and decisions at the end, in the order of their names
 */
public record ReplayReport(
        long events,
        long duplicates,
        long rejected,
        long outcomes,
        double seconds,
        NodeStatus status,
        List<RuleMeter> meters) {

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
                        status.watermark().map(Object::toString).orElse("none"))
                + perRule();
    }

    /** A line for each rule. The share is that of the time that all rules took, by a sample of the events. */
    private String perRule() {
        long all =
                Math.max(1, meters.stream().mapToLong(RuleMeter::estimatedNanos).sum());
        int width =
                meters.stream().mapToInt(meter -> meter.rule().length()).max().orElse(4);
        String format = "%n%-" + Math.max(4, width) + "s %12s %12s %10s %10s %10s %8s %12s %8s %6s";
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                format,
                "rule",
                "events",
                "met",
                "matches",
                "keys",
                "partial",
                "dropped",
                "state bytes",
                "refused",
                "share"));
        for (RuleMeter meter : meters) {
            table.append(String.format(
                    Locale.ROOT,
                    format,
                    meter.rule(),
                    number(meter.events()),
                    number(meter.conditionsMet()),
                    number(meter.matches()),
                    number(meter.keys()),
                    number(meter.partialMatches()),
                    number(meter.droppedPartialMatches()),
                    number(meter.stateBytes()),
                    number(meter.refusedEffects()),
                    Math.round(100.0 * meter.estimatedNanos() / all) + " %"));
        }
        return table.toString();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
