package io.tripline.engine.driver;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.EngineStatistics;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.OutcomeOrder;
import io.tripline.engine.core.Partition;
import io.tripline.engine.core.RuleMeter;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.snapshot.StateDigest;
import io.tripline.engine.table.ReferenceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a rule set over events as a node does, with as many engines as there are partitions, and merges the outcomes.
 *
 * <p>Now and then it writes what its engines know, and goes on with new ones that have read it: nothing may show that.
 */
public final class EngineDriver {

    private static final int INPUTS_WITH_A_CUT = 64;

    private final List<Engine> engines = new ArrayList<>();
    private final List<Outcome> merged = new ArrayList<>();
    private final EventWriter writer = new EventWriter(1024);
    private final Event event = new Event();
    private EventCatalog catalog = EventCatalog.EMPTY;
    private RuleSetPlan plan = RuleSetPlan.EMPTY;
    private final EngineLimits limits;
    private long sequence;

    public EngineDriver(int partitions, EngineLimits limits) {
        this.limits = limits;
        for (int i = 0; i < partitions; i++) {
            engines.add(new Engine(new Partition(i, partitions), limits));
        }
    }

    /** One engine with the usual limits and these rules. */
    public static EngineDriver of(String rules) {
        EngineDriver driver = new EngineDriver(1, EngineLimits.DEFAULT);
        driver.rules(rules);
        return driver;
    }

    /** The plan of a text that must be right. */
    public static RuleSetPlan compile(String rules) {
        Compilation compilation = RuleCompiler.compile(List.of(new SourceFile("test.trip", rules)));
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }

    /** Changes the rule set. */
    public List<Outcome> rules(String text) {
        return rules(compile(text));
    }

    public List<Outcome> rules(RuleSetPlan newPlan) {
        begin();
        plan = newPlan;
        sequence++;
        catalog = new EventCatalog(catalog.generation() + 1, plan.events());
        engines.forEach(engine -> engine.rulesChanged(sequence, catalog, plan, merged::add));
        return outcomes();
    }

    /** Sends an event whose values are what {@link Event#valueAt} gives for them. */
    public List<Outcome> send(int source, String type, Map<String, ?> values) {
        begin();
        EventLayout layout = catalog.layoutOrNull(type);
        writer.clear();
        writer.begin(layout);
        for (FieldSchema field : layout.schema().fields()) {
            if (values.get(field.name()) != null) {
                FieldWriter.put(writer, field, values.get(field.name()));
            }
        }
        writer.end();
        sequence++;
        // Behind the event stands what is not its own, as in a batch.
        byte[] bytes = new byte[writer.length() + 16];
        System.arraycopy(writer.array(), 0, bytes, 8, writer.length());
        for (Engine engine : engines) {
            event.wrap(catalog, bytes, 8, sequence, source);
            engine.eventArrived(event, merged::add);
        }
        // What the engine keeps must be its own.
        java.util.Arrays.fill(bytes, (byte) -1);
        return outcomes();
    }

    /** A list or a table is changed from outside. */
    public List<Outcome> change(ReferenceChange... changes) {
        begin();
        sequence++;
        engines.forEach(engine -> engine.referencesChanged(sequence, List.of(changes), merged::add));
        return outcomes();
    }

    /** No event will come any more: time passes every deadline. */
    public List<Outcome> endOfTime() {
        return advanceTime(Long.MAX_VALUE);
    }

    /** Time passes without an event. */
    public List<Outcome> advanceTime(long timeNanos) {
        begin();
        sequence++;
        engines.forEach(engine -> engine.timeAdvanced(sequence, timeNanos, merged::add));
        return outcomes();
    }

    private void begin() {
        merged.clear();
        if (sequence < INPUTS_WITH_A_CUT || Long.bitCount(sequence) == 1) {
            engines.replaceAll(engine -> EngineCopy.of(engine, limits, catalog, plan));
        }
    }

    /** What tells the states of all engines from others. */
    public String digest() {
        StateDigest digest = new StateDigest();
        engines.forEach(engine -> {
            StateDigest ofPartition = new StateDigest();
            engine.writeState(ofPartition);
            digest.addAll(ofPartition);
        });
        return digest.hex();
    }

    private List<Outcome> outcomes() {
        merged.sort(OutcomeOrder.INSTANCE);
        return List.copyOf(merged);
    }

    /** The position of the last input. */
    public long sequence() {
        return sequence;
    }

    /** How a rule is doing. */
    public RuleMeter meter(String rule) {
        return engines.stream()
                .flatMap(engine -> engine.meters().stream())
                .filter(meter -> meter.rule().equals(rule))
                .reduce(RuleMeter::plus)
                .orElseThrow();
    }

    public EngineStatistics statistics() {
        return engines.stream()
                .map(Engine::statistics)
                .reduce(EngineStatistics::plus)
                .orElseThrow();
    }
}
