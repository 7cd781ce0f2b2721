package io.tripline.engine.host;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.event.EventCatalog;
import java.util.List;

/**
 * What was made of a snapshot.
 *
 * @param host what the node knew beside its engines
 * @param plan of the rules that held
 * @param catalog of their events
 * @param engines one for each partition, as they were
 */
record LoadedSnapshot(HostState host, RuleSetPlan plan, EventCatalog catalog, List<Engine> engines) {
    LoadedSnapshot {
        engines = List.copyOf(engines);
    }
}
