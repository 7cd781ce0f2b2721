package io.tripline.engine.replay;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Gives the entries of a journal to an engine, in their order. The engine may have other rules than the journal says:
 * events are then written again as those rules declare them, and what they do not declare is left out.
 *
 * <p>An engine that gets the journal's own rules, from its first entry on, says what the node has said. For one thread.
 */
public final class JournalFeed {

    private final Engine engine;
    private final Consumer<Outcome> out;
    private final Map<String, Integer> sources = new TreeMap<>();
    private final Event event = new Event();

    private EventCatalog catalog = EventCatalog.EMPTY;
    private RuleSetPlan plan = RuleSetPlan.EMPTY;
    private EventCatalog writtenWith = EventCatalog.EMPTY;
    private RuleSetPlan declared = RuleSetPlan.EMPTY;
    private Rewriting rewriting = new Rewriting(EventCatalog.EMPTY, EventCatalog.EMPTY);
    private long events;
    private long leftOut;

    /**
     * A feed of an engine without rules.
     *
     * @param out gets what the engine says
     */
    public JournalFeed(Engine engine, Consumer<Outcome> out) {
        this.engine = engine;
        this.out = out;
    }

    /** From here on the engine has these rules. */
    public void rules(long sequence, RuleSetPlan rules, EventCatalog catalogOfRules) {
        rules(sequence, rules, catalogOfRules, RuleStarts.EMPTY, Optional.empty());
    }

    /** As above, some of them with what an engine knows, as {@link Engine#rulesChanged} has it. */
    public void rules(
            long sequence, RuleSetPlan rules, EventCatalog catalogOfRules, RuleStarts starts, Optional<Engine> warmed) {
        catalog = catalogOfRules;
        plan = rules;
        rewriting = new Rewriting(writtenWith, catalog);
        engine.rulesChanged(sequence, catalog, rules, starts, warmed, out);
    }

    /** From here on entries were written under these rules. */
    public void writtenUnder(RuleSetPlan rules, EventCatalog catalogOfRules) {
        writtenWith = catalogOfRules;
        declared = rules;
        rewriting = new Rewriting(writtenWith, catalog);
    }

    /** Anything but a change of the rules, about which the caller decides. */
    public void take(JournalEntry entry) {
        if (entry instanceof JournalEntry.Events batch) {
            takeEvents(batch);
        } else if (entry instanceof JournalEntry.Tick tick) {
            engine.timeAdvanced(tick.firstSequence(), tick.timeNanos(), out);
        } else if (entry instanceof JournalEntry.References references) {
            List<ReferenceChange> known =
                    references.changes().stream().filter(this::isKnown).toList();
            engine.referencesChanged(references.firstSequence(), known, out);
        }
    }

    private void takeEvents(JournalEntry.Events batch) {
        if (batch.generation() != writtenWith.generation()) {
            throw new IllegalStateException("sequence " + batch.firstSequence() + " was written for generation "
                    + batch.generation() + " of the catalogue, not " + writtenWith.generation());
        }
        int source = sources.computeIfAbsent(batch.source(), name -> sources.size());
        events += batch.count();
        if (rewriting.changesNothing()) {
            takeAsWritten(batch, source);
            return;
        }
        byte[] bytes = batch.bytes();
        int position = 0;
        for (int i = 0; i < batch.count(); i++) {
            if (rewriting.rewrite(bytes, position, event, batch.firstSequence() + i, source)) {
                engine.eventArrived(event, out);
            } else {
                leftOut++;
            }
            position += Event.lengthAt(bytes, position);
        }
    }

    private void takeAsWritten(JournalEntry.Events batch, int source) {
        byte[] bytes = batch.bytes();
        int position = 0;
        int ahead = 0;
        for (int i = 0; i < batch.count(); i++) {
            if (ahead == 0) {
                ahead = engine.eventsFollow(catalog, bytes, position, batch.length());
            }
            ahead--;
            event.wrap(catalog, bytes, position, batch.firstSequence() + i, source);
            position += Event.lengthAt(bytes, position);
            engine.eventArrived(event, out);
        }
    }

    /** Whether the engine's rules declare the list or table as those did under which it was changed. */
    private boolean isKnown(ReferenceChange change) {
        if (change instanceof ReferenceChange.AddToList add) {
            return hasList(add.list());
        } else if (change instanceof ReferenceChange.RemoveFromList remove) {
            return hasList(remove.list());
        } else if (change instanceof ReferenceChange.PutRow put) {
            return hasTable(put.table());
        }
        return hasTable(((ReferenceChange.DeleteRow) change).table());
    }

    private boolean hasList(String name) {
        return plan.lists().stream().filter(list -> list.name().equals(name)).anyMatch(list -> declared.lists().stream()
                .anyMatch(other -> other.name().equals(name) && other.element().equals(list.element())));
    }

    private boolean hasTable(String name) {
        return plan.tables().stream()
                .filter(table -> table.name().equals(name))
                .anyMatch(table -> declared.tables().stream()
                        .anyMatch(other -> other.name().equals(name)
                                && other.fields().equals(table.fields())
                                && other.keyFields().equals(table.keyFields())));
    }

    /** How many events were given to the engine, or would have been. */
    public long events() {
        return events;
    }

    /** How many of them the engine's rules do not declare, or declare in a way that they do not fit. */
    public long leftOut() {
        return leftOut;
    }
}
