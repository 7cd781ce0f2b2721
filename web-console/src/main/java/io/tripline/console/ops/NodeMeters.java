package io.tripline.console.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tripline.alerting.Alerting;
import io.tripline.alerting.sql.StoreException;
import io.tripline.console.ConsoleVersion;
import io.tripline.console.decode.ErrorCode;
import io.tripline.console.ingest.IntakeCounters;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The meters of the node, its rules and its outbox. {@code docs/operations.md} has a table of them; a test compares.
 *
 * <p>What counts over the whole journal is not there while the journal is replayed, so that it goes on after a restart
 * where it was and a rate over it shows no leap.
 */
@Component
final class NodeMeters {

    private static final Logger LOG = LoggerFactory.getLogger(NodeMeters.class);
    private static final Tags NONE = Tags.empty();
    private static final String ATTEMPTS = "Tries to deliver a webhook, by how they ended";

    private final MeterRegistry registry;
    private final Node node;
    private final Alerting alerting;
    private final RuleSeries rules;

    private volatile NodeStatus status;
    private boolean counts;

    NodeMeters(MeterRegistry registry, Node node, Alerting alerting, IntakeCounters intake, NodeSettings settings) {
        this.registry = registry;
        this.node = node;
        this.alerting = alerting;
        this.rules = new RuleSeries(registry, settings.metricsMaxRules());
        this.status = node.status();
        registerNode();
        registerRing();
        registerIntake(intake);
        registerAlerting();
    }

    /** Reads everything anew; to be called before the registry is read. */
    void refresh() {
        status = node.status();
        if (node.hasStarted()) {
            if (!counts) {
                counts = true;
                registerCounts();
            }
            rules.refresh(node.meters());
        }
    }

    private void registerNode() {
        gauge(
                "tripline.ready",
                "",
                "1 while the node takes events, else 0",
                s -> s.state() == NodeStatus.State.RUNNING ? 1 : 0);
        Gauge.builder("tripline.version", () -> 1)
                .description("The version that runs")
                .tag("version", ConsoleVersion.current())
                .register(registry);
        gauge("tripline.journal.size", "bytes", "What the journal takes on the disk", s -> s.journal()
                .bytes());
        gauge("tripline.journal.sequence", "", "The last durable input", s -> s.journal()
                .sequence());
        gauge("tripline.watermark.lag", "seconds", "How far event time is behind the clock", NodeMeters::watermarkLag);
        gauge("tripline.rules", "", "Rules that run", NodeStatus::rules);
        gauge("tripline.keys", "", "Keys with a state, over all rules", NodeStatus::keys);
        gauge("tripline.partial.matches", "", "Partial matches, over all rules", NodeStatus::partialMatches);
        gauge("tripline.view.windows", "", "Windows of groups that views keep", NodeStatus::viewWindows);
    }

    private void registerRing() {
        gauge(
                "tripline.durable.lag",
                "seconds",
                "How long the oldest batch has waited that is not durable yet",
                s -> seconds(s.ring().durableLag()));
        gauge(
                "tripline.outcome.lag",
                "seconds",
                "How long the oldest batch has waited whose alerts are not kept yet",
                s -> seconds(s.ring().outcomeLag()));
        gauge("tripline.ring.slots", "", "Batches that may be on their way", s -> s.ring()
                .capacity());
        gauge("tripline.ring.slots.used", "", "Batches that are on their way", s -> s.ring()
                .used());
        gauge("tripline.ring.limit", "bytes", "Events that may be on their way", s -> s.ring()
                .bytesCapacity());
        gauge("tripline.ring.used", "bytes", "Events that are on their way", s -> s.ring()
                .bytesUsed());
    }

    private void registerIntake(IntakeCounters intake) {
        for (ErrorCode code : ErrorCode.values()) {
            FunctionCounter.builder("tripline.events.rejected", intake, counters -> counters.rejected(code))
                    .description("Events that were answered with an error")
                    .tag("reason", code.wireName())
                    .register(registry);
        }
        counter("tripline.events.duplicates", "Events whose id was there already", NONE, s -> s.events()
                .duplicates());
    }

    /** Over all of the journal. */
    private void registerCounts() {
        counter("tripline.events.taken", "Events in the journal", NONE, s -> s.events()
                .accepted());
        counter("tripline.events.late", "Events that came later than their source may", NONE, s -> s.events()
                .late());
        counter(
                "tripline.events.missing.key",
                "Events that lack a part of the key of a rule that looks at them, once for each such rule",
                NONE,
                s -> s.events().missingKey());
        counter(
                "tripline.partial.matches.dropped",
                "Partial matches that were dropped because a key had too many",
                NONE,
                NodeStatus::droppedPartialMatches);
        counter(
                "tripline.view.events.left.out",
                "Events that a view left out because it kept too much already",
                NONE,
                NodeStatus::leftOutEvents);
    }

    private void registerAlerting() {
        gauge("tripline.alerts", "", "Alerts that are kept", Tags.of("state", "firing"), s -> alerting.alerts()
                .counts()
                .firing());
        gauge("tripline.alerts", "", "Alerts that are kept", Tags.of("state", "retracted"), s -> alerting.alerts()
                .counts()
                .retracted());
        gauge("tripline.outbox.deliveries", "", "Deliveries that are still to be made", s -> alerting.deliveries()
                .counts()
                .pending());
        gauge("tripline.outbox.dead", "", "Deliveries that were given up", s -> alerting.deliveries()
                .counts()
                .dead());
        gauge(
                "tripline.outbox.overdue",
                "seconds",
                "How long the oldest delivery that is due has been due",
                s -> overdue());
        counter("tripline.delivery.attempts", ATTEMPTS, Tags.of("outcome", "delivered"), s -> alerting.delivery()
                .attempts()
                .delivered());
        counter("tripline.delivery.attempts", ATTEMPTS, Tags.of("outcome", "failed"), s -> alerting.delivery()
                .attempts()
                .failed());
        counter("tripline.delivery.attempts", ATTEMPTS, Tags.of("outcome", "dead"), s -> alerting.delivery()
                .attempts()
                .dead());
    }

    private void gauge(String name, String unit, String help, ToDoubleFunction<NodeStatus> value) {
        gauge(name, unit, help, NONE, value);
    }

    private void gauge(String name, String unit, String help, Tags tags, ToDoubleFunction<NodeStatus> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.status))
                .description(help)
                .baseUnit(unit.isEmpty() ? null : unit)
                .tags(tags)
                .register(registry);
    }

    private void counter(String name, String help, Tags tags, ToDoubleFunction<NodeStatus> value) {
        FunctionCounter.builder(name, this, meters -> value.applyAsDouble(meters.status))
                .description(help)
                .tags(tags)
                .register(registry);
    }

    private static double watermarkLag(NodeStatus status) {
        return status.watermark()
                .map(time -> seconds(Duration.between(time, Instant.now())))
                .orElse(Double.NaN);
    }

    private double overdue() {
        try {
            return seconds(alerting.deliveries().oldestDue());
        } catch (StoreException e) {
            LOG.warn("the age of the outbox is not known: {}", e.getMessage());
            return Double.NaN;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
