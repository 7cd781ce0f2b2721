package io.tripline.engine.core;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateParts;
import io.tripline.engine.snapshot.StateReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes an engine what another was, from the parts of its state. The first part is that of {@link #firstName}; the others come
 * in any order, and {@link #end} last.
 *
 * <p>For one thread.
 */
public final class EngineReading implements StateParts {

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Later(byte[] name, byte[] bytes) {}

    private final Engine engine;
    private final EventCatalog catalog;
    private final RuleSetPlan plan;
    private final List<Later> later = new ArrayList<>();
    private List<ActiveRule> rules = List.of();

    /**
     * Begins.
     *
     * @param engine has seen nothing; has the partition and the limits of the one that was written
     * @param catalog of the rule set that held, without the rows of its views
     * @param plan that rule set
     */
    public EngineReading(Engine engine, EventCatalog catalog, RuleSetPlan plan) {
        this.engine = engine;
        this.catalog = catalog;
        this.plan = plan;
    }

    /** The name of the part that must come first. */
    public static byte[] firstName() {
        return new byte[] {EngineState.ENGINE};
    }

    /** @throws io.tripline.engine.snapshot.StateUnreadableException when it is no part of a state of such an engine */
    @Override
    public void part(byte[] name, byte[] bytes, int length) {
        if (name[0] == EngineState.ENGINE) {
            rules = engine.readWhole(catalog, plan, bytes, length);
        } else if (name[0] == EngineState.OWN_KEYS) {
            // They name keys.
            later.add(new Later(name, Arrays.copyOf(bytes, length)));
        } else {
            read(name, bytes, length);
        }
    }

    private void read(byte[] name, byte[] bytes, int length) {
        EngineState.read(
                rules,
                new StateReader(engine.catalog(), name, 0, name.length),
                new StateReader(engine.catalog(), bytes, 0, length));
    }

    /** All parts have come: the engine can go on. */
    public void end() {
        later.forEach(part -> read(part.name(), part.bytes(), part.bytes().length));
        engine.keysAreRead();
    }
}
