package io.tripline.engine.table;

import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The lists and tables of an engine. */
public final class ReferenceData {

    /** Less is not worth looking for what may go. */
    private static final int LEAST_CHANGES = 1 << 12;

    private Map<String, ListEntries> lists = new TreeMap<>();
    private Map<String, TableRows> tables = new TreeMap<>();
    /** By number of the event type, the tables that it feeds. */
    private List<List<TableRows>> feeds = List.of();

    /** Since it was last looked what may go. */
    private long changes;

    private long keptThen;

    /**
     * From now on these are declared: what was before and still fits keeps its content, other content is forgotten.
     *
     * @return the names of the lists whose content is forgotten
     */
    public List<String> declare(RuleSetPlan plan, EventCatalog catalog) {
        Map<String, ListEntries> before = new TreeMap<>(lists);
        Map<String, ListEntries> nextLists = new TreeMap<>();
        for (ListPlan list : plan.lists()) {
            ListEntries known = lists.get(list.name());
            if (known == null || !known.isOf(list)) {
                known = new ListEntries(list);
            }
            known.changeExpiry(list.expiryNanos());
            nextLists.put(list.name(), known);
        }
        lists = nextLists;
        Map<String, TableRows> nextTables = new TreeMap<>();
        for (TablePlan table : plan.tables()) {
            TableRows known = tables.get(table.name());
            if (known == null || !known.isOf(table)) {
                known = new TableRows(table);
            }
            known.changeExpiry(table.expiryNanos());
            nextTables.put(table.name(), known);
        }
        tables = nextTables;
        feeds = catalog.layouts().stream()
                .map(layout -> fedBy(layout.name(), plan.tables()))
                .toList();
        before.values().removeAll(lists.values());
        return List.copyOf(before.keySet());
    }

    private List<TableRows> fedBy(String event, List<TablePlan> plans) {
        return plans.stream()
                .filter(table -> table.feeds().contains(event))
                .map(table -> tables.get(table.name()))
                .toList();
    }

    /** The entries of a declared list. */
    public ListEntries list(String name) {
        return declared(lists, name);
    }

    /** The rows of a declared table. */
    public TableRows table(String name) {
        return declared(tables, name);
    }

    private static <T> T declared(Map<String, T> all, String name) {
        T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("'" + name + "' is not declared");
        }
        return one;
    }

    /**
     * A change from outside, for the inputs behind the one at that position.
     *
     * @return of an entry, the last time at which it is there; else 0
     * @throws IllegalArgumentException when no such list or table is declared
     */
    public long change(ReferenceChange change, long sequence) {
        changes++;
        if (change instanceof ReferenceChange.AddToList add) {
            ListEntries list = list(add.list());
            return list.add(list.canonical(add.value()), add.forNanos(), add.timeNanos(), sequence, 0);
        } else if (change instanceof ReferenceChange.RemoveFromList remove) {
            ListEntries list = list(remove.list());
            list.remove(list.canonical(remove.value()), sequence, 0);
        } else if (change instanceof ReferenceChange.PutRow put) {
            table(put.table()).put(put.values(), put.timeNanos(), sequence);
        } else if (change instanceof ReferenceChange.DeleteRow delete) {
            table(delete.table()).remove(delete.key(), sequence);
        }
        return 0;
    }

    /**
     * A rule puts a value on a list; gives the last time at which it is there.
     *
     * @param timeNanos the event time from which it counts
     * @param sequence of the input that has made the rule do it, and {@code ordinal} of its derived event
     */
    public long add(String list, Object value, OptionalLong forNanos, long timeNanos, long sequence, int ordinal) {
        changes++;
        return list(list).add(value, forNanos, timeNanos, sequence, ordinal);
    }

    /** A rule takes a value off a list. */
    public void remove(String list, Object value, long sequence, int ordinal) {
        changes++;
        list(list).remove(value, sequence, ordinal);
    }

    /** Whether events of the type, by its number in the catalogue, feed a table. */
    public boolean isFedBy(int type) {
        return !feeds.get(type).isEmpty();
    }

    /** An event has come, and rules have seen it: the tables that it feeds take it in. */
    public void feed(Event event) {
        List<TableRows> fed = feeds.get(event.typeIndex());
        for (int i = 0; i < fed.size(); i++) {
            fed.get(i).feed(event);
            changes++;
        }
    }

    /** Whether enough has changed to look for what can be forgotten. */
    public boolean isWorthPruning() {
        return changes >= LEAST_CHANGES && changes >= keptThen;
    }

    /** Forgets what no event from that position and time on can see. */
    public void prune(long oldestSequence, long oldestNanos) {
        changes = 0;
        keptThen = 0;
        for (ListEntries list : lists.values()) {
            keptThen += list.prune(oldestSequence, oldestNanos);
        }
        for (TableRows table : tables.values()) {
            keptThen += table.prune(oldestSequence, oldestNanos);
        }
    }

    /** Writes the content of what is declared. */
    public void writeState(StateWriter out) {
        lists.values().forEach(list -> list.writeState(out));
        tables.values().forEach(table -> table.writeState(out));
        out.number(changes).number(keptThen);
    }

    /** Reads the content of the same lists and tables, which are declared and empty. */
    public void readState(StateReader in) {
        lists.values().forEach(list -> list.readState(in));
        tables.values().forEach(table -> table.readState(in));
        changes = in.number();
        keptThen = in.number();
    }
}
