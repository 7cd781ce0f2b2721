package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.view.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of an engine over the inputs of a test, to the end of time. */
final class TestRun {

    /** Events of a test come from one source. */
    private static final int SOURCE = 0;

    private final RuleSetPlan rules;
    private final Engine engine = new Engine(new Partition(0, 1), EngineLimits.DEFAULT);
    private final Map<String, Alert> standing = new LinkedHashMap<>();
    private final Map<String, Row> standingRows = new LinkedHashMap<>();
    private long sequence = 1;

    TestRun(RuleSetPlan rules) {
        this.rules = rules;
    }

    /** Sends the inputs, and lets time pass every deadline. */
    void run(TestPlan test) {
        EventCatalog catalog = new EventCatalog(1, rules.events());
        engine.rulesChanged(sequence, catalog, rules, this::take);
        EventWriter writer = new EventWriter(1024);
        Event event = new Event();
        for (TestPlan.Input input : test.inputs()) {
            GivenEvent given = (GivenEvent) input;
            writer.clear();
            GivenEvents.write(given, catalog.layoutOrNull(given.event()), writer);
            sequence++;
            event.wrap(catalog, writer.toByteArray(), 0, sequence, SOURCE);
            engine.eventArrived(event, this::take);
        }
        engine.timeAdvanced(sequence + 1, Long.MAX_VALUE, this::take);
    }

    /** The alerts that stand. */
    List<Alert> alerts() {
        return new ArrayList<>(standing.values());
    }

    /** The rows that stand. */
    List<Event> rows() {
        return standingRows.values().stream().map(Row::values).toList();
    }

    private void take(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            standing.put(fired.alert().id(), fired.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            standing.put(amended.alert().id(), amended.alert());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            standing.remove(retracted.alert().id());
        } else if (outcome instanceof Outcome.RowPublished published) {
            standingRows.put(published.row().id(), published.row());
        } else if (outcome instanceof Outcome.RowWithdrawn withdrawn) {
            standingRows.remove(withdrawn.row().id());
        }
    }
}
