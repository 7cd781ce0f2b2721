package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.GivenEntry;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.plan.TestPlan.GivenRow;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.table.ReferenceChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of an engine over the inputs of a test, to the end of time. */
final class TestRun {

    /** Events of a test come from one source. */
    private static final int SOURCE = 0;

    private final RuleSetPlan rules;
    private final TestPlan test;
    private final Engine engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
    private final EventCatalog catalog;
    private final EventWriter writer = new EventWriter(1024);
    private final Event event = new Event();
    private final Map<Object, Object> standing = new LinkedHashMap<>();
    private long sequence = 1;
    private long timeNanos;

    TestRun(RuleSetPlan rules, TestPlan test) {
        this.rules = rules;
        this.test = test;
        this.catalog = new EventCatalog(1, rules.events());
        this.timeNanos = firstTimeNanos();
    }

    /** Rows and entries that stand before all events are of the first one's time. */
    private long firstTimeNanos() {
        for (TestPlan.Input input : test.inputs()) {
            if (input instanceof GivenEvent given) {
                write(given);
                event.wrap(catalog, writer.array(), 0, 0, SOURCE);
                return event.timeNanos();
            }
        }
        return 0;
    }

    /** The alerts, events, rows and verdicts of the subject that stand in the end. */
    List<Object> results() {
        engine.rulesChanged(sequence, catalog, rules, this::take);
        for (TestPlan.Input input : test.inputs()) {
            sequence++;
            if (input instanceof GivenEvent given) {
                write(given);
                event.wrap(catalog, writer.toByteArray(), 0, sequence, SOURCE);
                timeNanos = Math.max(timeNanos, event.timeNanos());
                engine.eventArrived(event, this::take);
            } else if (input instanceof GivenRow row) {
                engine.referencesChanged(sequence, List.of(change(row)), this::take);
            } else {
                engine.referencesChanged(sequence, List.of(change((GivenEntry) input)), this::take);
            }
        }
        engine.timeAdvanced(sequence + 1, Long.MAX_VALUE, this::take);
        return new ArrayList<>(standing.values());
    }

    private void write(GivenEvent given) {
        writer.clear();
        GivenEvents.write(given, catalog.layoutOrNull(given.event()), writer);
    }

    private ReferenceChange change(GivenRow row) {
        TablePlan table = rules.tables().stream()
                .filter(each -> each.name().equals(row.table()))
                .findFirst()
                .orElseThrow();
        List<ReferenceChange.FieldValue> values = row.values().stream()
                .map(value -> new ReferenceChange.FieldValue(
                        value.field(),
                        GivenValues.plain(
                                value, table.fields().get(value.field()).type())))
                .toList();
        return new ReferenceChange.PutRow(row.table(), values, timeNanos);
    }

    private ReferenceChange change(GivenEntry entry) {
        ListPlan list = rules.lists().stream()
                .filter(each -> each.name().equals(entry.list()))
                .findFirst()
                .orElseThrow();
        Object value = GivenValues.plain(entry.value(), list.element());
        return new ReferenceChange.AddToList(entry.list(), value, entry.forNanos(), timeNanos);
    }

    private void take(Outcome outcome) {
        if (outcome instanceof Outcome.Verdict verdict) {
            if (verdict.decision().equals(test.subject())) {
                standing.put(outcome, verdict);
            }
        } else if (outcome.rule().equals(test.subject())) {
            takeOfRule(outcome);
        }
    }

    private void takeOfRule(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            standing.put(fired.alert().id(), fired.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            standing.put(amended.alert().id(), amended.alert());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            standing.remove(retracted.alert().id());
        } else if (outcome instanceof Outcome.RowPublished published) {
            standing.put(published.row().id(), published.row());
        } else if (outcome instanceof Outcome.RowWithdrawn withdrawn) {
            standing.remove(withdrawn.row().id());
        } else if (outcome instanceof Outcome.Emitted emitted) {
            standing.put(emitted, emitted.event());
        }
    }
}
