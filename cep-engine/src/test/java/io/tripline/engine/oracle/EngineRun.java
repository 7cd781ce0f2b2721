package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.EngineSnapshot;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.OutcomeOrder;
import io.tripline.engine.core.Partition;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.driver.EngineCopy;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.snapshot.StateDigest;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine, in as many partitions as one likes, fed as its host would feed it. */
final class EngineRun {

    private static final long RULES_SEQUENCE = EventLines.FIRST_SEQUENCE - 1;

    /** Beyond what the oracle goes through, so that nothing is dropped. */
    private static final int MOST_PARTIAL_MATCHES = 10_000;

    private final RuleSetPlan plan;
    private final EventCatalog catalog;
    private final EngineLimits limits;
    private RuleSetPlan held;
    private final List<EngineSnapshot> snapshots = new ArrayList<>();
    private final List<StateDigest> written = new ArrayList<>();
    private final List<Engine> partitions = new ArrayList<>();
    private final EventWriter writer = new EventWriter(256);
    private final Event view = new Event();

    EngineRun(RuleSetPlan plan, int partitionCount, long idleInputs) {
        this(plan, partitionCount, idleInputs, plan);
    }

    /** Without rules, until they are {@link #begin begun}. */
    static EngineRun withoutRules(RuleSetPlan plan, int partitionCount, long idleInputs) {
        return new EngineRun(plan, partitionCount, idleInputs, plan.withRules(List.of()));
    }

    private EngineRun(RuleSetPlan plan, int partitionCount, long idleInputs, RuleSetPlan first) {
        this.plan = plan;
        this.held = first;
        this.limits = EngineLimits.DEFAULT
                .withPartialMatches(MOST_PARTIAL_MATCHES, 1_000_000)
                .withIdleSourceInputs(idleInputs);
        catalog = new EventCatalog(1, plan.events());
        for (int i = 0; i < partitionCount; i++) {
            partitions.add(new Engine(new Partition(i, partitionCount), limits));
        }
        change(RULES_SEQUENCE, first);
    }

    /** From here on these rules hold; they begin as is said, with what others know where any is warm. */
    void begin(long sequence, RuleSetPlan rules, RuleStarts starts, Optional<EngineRun> warmed) {
        held = rules;
        for (int i = 0; i < partitions.size(); i++) {
            int partition = i;
            partitions
                    .get(i)
                    .rulesChanged(
                            sequence,
                            catalog,
                            rules,
                            starts,
                            warmed.map(run -> run.partitions.get(partition)),
                            outcome -> {
                                throw new IllegalStateException("rules alone gave " + outcome);
                            });
        }
    }

    /** Goes on with engines that have read what these have written. */
    void cut() {
        partitions.replaceAll(engine -> EngineCopy.of(engine, limits, catalog, held));
    }

    /** What tells the states of the engines from others. */
    List<String> digests() {
        return partitions.stream().map(EngineCopy::digest).toList();
    }

    /** All engines begin to write what they know now. */
    void beginSnapshot() {
        written.clear();
        for (Engine engine : partitions) {
            StateDigest digest = new StateDigest();
            written.add(digest);
            snapshots.add(engine.beginSnapshot(digest));
        }
    }

    boolean isWriting() {
        return !snapshots.isEmpty();
    }

    /** Goes over some places of the tables of keys; gives whether all engines have written everything. */
    boolean writeSome(int places) {
        boolean done = true;
        for (EngineSnapshot snapshot : snapshots) {
            done &= snapshot.writeSome(places);
            assertThat(snapshot.failure()).isEmpty();
        }
        if (done) {
            snapshots.clear();
        }
        return done;
    }

    /** What tells the states that were written from others. */
    List<String> written() {
        return written.stream().map(StateDigest::hex).toList();
    }

    private void change(long sequence, RuleSetPlan rules) {
        held = rules;
        for (Engine engine : partitions) {
            engine.rulesChanged(sequence, catalog, rules, outcome -> {
                throw new IllegalStateException("rules alone gave " + outcome);
            });
        }
    }

    /** The rules that hold, in versions that they are not written in where that is asked for. */
    RuleSetPlan changed(Map<String, String> versions) {
        List<RulePlan> rules = new ArrayList<>();
        for (RulePlan rule : plan.rules()) {
            if (versions.containsKey(rule.name())) {
                String version = versions.get(rule.name());
                rules.add(version.equals("1") ? rule : withVersion(rule, rule.version() + "-" + version));
            }
        }
        return plan.withRules(rules);
    }

    private static RulePlan withVersion(RulePlan rule, String version) {
        return new RulePlan(
                rule.name(),
                rule.title(),
                version,
                rule.severity(),
                rule.tags(),
                rule.key(),
                rule.trigger(),
                rule.features(),
                rule.oncePerNanos(),
                rule.actions(),
                rule.cost(),
                rule.span());
    }

    /** What all partitions say about one event, merged as the host merges them. */
    List<Outcome> arrive(SeenEvent event) {
        List<Outcome> outcomes = new ArrayList<>();
        if (event.isChange()) {
            change(event.sequence(), changed(event.versions()));
            return outcomes;
        }
        for (Engine engine : partitions) {
            if (event.isTick()) {
                engine.timeAdvanced(event.sequence(), event.timeNanos(), outcomes::add);
                continue;
            }
            // One view and one array for all events: who keeps them without copying is found out.
            writer.clear();
            write(event);
            view.wrap(catalog, writer.array(), 0, event.sequence(), event.source());
            engine.eventArrived(view, outcomes::add);
        }
        outcomes.sort(OutcomeOrder.INSTANCE);
        return outcomes;
    }

    private void write(SeenEvent event) {
        writer.begin(catalog.layoutOrNull(event.type()));
        for (int field = 0; field < event.values().size(); field++) {
            if (event.value(field) != null) {
                put(field, event.schema().fields().get(field).type(), event.value(field));
            }
        }
        writer.end();
    }

    private void put(int field, FieldType type, Object value) {
        if (type instanceof EnumType names) {
            writer.putLong(field, names.names().indexOf(value));
            return;
        }
        switch ((Scalar) type) {
            case INT -> writer.putLong(field, (Long) value);
            case DECIMAL -> writer.putDecimal(field, Decimals.pack((BigDecimal) value));
            case FLOAT -> writer.putFloat(field, (Double) value);
            case STRING -> writer.putText(field, (String) value);
            case BOOL -> writer.putBool(field, (Boolean) value);
            case TIMESTAMP, DURATION -> writer.putLong(field, Values.nanos(value));
            case IP -> writer.putIp(field, ((InetAddress) value).getAddress());
            case GEO -> throw new IllegalArgumentException("no positions here");
        }
    }
}
