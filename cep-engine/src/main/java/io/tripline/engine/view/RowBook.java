package io.tripline.engine.view;

import io.tripline.engine.event.Event;
import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compares what windows come to with what has been said of them, and tells the difference. */
final class RowBook {

    /** What has been said of a row. */
    static final class Entry {

        private final String id;
        private long publications;
        private Row rowOrNull;

        private Entry(String id) {
            this.id = id;
        }

        /** Whether the row stands. */
        boolean stands() {
            return rowOrNull != null;
        }
    }

    private record Change(GroupKey key, RowChange change) {}

    /** What is gone first; then by the windows' ends, then by groups, then by starts, then as they came. */
    private static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> change.change() instanceof RowChange.Published)
            .thenComparingLong(change -> change.change().row().endNanos())
            .thenComparing(Change::key)
            .thenComparingLong(change -> change.change().row().startNanos());

    private final String view;
    private final String version;
    private final RowWriter writer;
    private final List<Change> changes = new ArrayList<>();
    private long sequence;

    RowBook(ViewProgram program) {
        this.view = program.plan().name();
        this.version = program.plan().version();
        this.writer = new RowWriter(program);
    }

    /** What follows is caused by the input of that position. */
    void begin(long inputSequence) {
        sequence = inputSequence;
    }

    /**
     * A window that time has passed now comes to this.
     *
     * @param entryOrNull what has been said of its row; null when nothing was
     * @param id of the row, when it is published for the first time
     * @param event the one that what slides is read at; else any
     * @return what has been said now; null when nothing ever was
     */
    Entry change(
            Entry entryOrNull,
            Supplier<String> id,
            GroupKey key,
            FeatureReadings aggregates,
            Event event,
            long startNanos,
            long endNanos) {
        if (!writer.show(key, aggregates, event)) {
            withdraw(entryOrNull, key);
            return entryOrNull;
        }
        Entry entry = entryOrNull == null ? new Entry(id.get()) : entryOrNull;
        if (entry.stands()) {
            Event same = writer.write(entry.id, key, startNanos, endNanos, entry.rowOrNull.revision(), sequence);
            if (Arrays.equals(same.array(), entry.rowOrNull.values().array())) {
                return entry;
            }
        }
        long revision = entry.publications;
        Event values = writer.write(entry.id, key, startNanos, endNanos, revision, sequence);
        entry.publications++;
        Optional<Row> before = Optional.ofNullable(entry.rowOrNull);
        entry.rowOrNull = new Row(entry.id, view, version, key.size(), startNanos, endNanos, revision, values);
        changes.add(new Change(key, new RowChange.Published(entry.rowOrNull, before)));
        return entry;
    }

    /** There is no such row any more; if it was published it is taken back. */
    void withdraw(Entry entryOrNull, GroupKey key) {
        if (entryOrNull != null && entryOrNull.stands()) {
            changes.add(new Change(key, new RowChange.Withdrawn(entryOrNull.rowOrNull)));
            entryOrNull.rowOrNull = null;
        }
    }

    /** Hands over what the input has changed. */
    void end(Consumer<RowChange> out) {
        if (!changes.isEmpty()) {
            changes.sort(ORDER);
            changes.forEach(change -> out.accept(change.change()));
            changes.clear();
        }
    }

    /** Writes what has been said of a row; null when nothing was. */
    static void writeState(Entry entryOrNull, StateWriter out) {
        out.flag(entryOrNull != null);
        if (entryOrNull == null) {
            return;
        }
        out.text(entryOrNull.id).number(entryOrNull.publications).flag(entryOrNull.stands());
        if (entryOrNull.stands()) {
            Row row = entryOrNull.rowOrNull;
            out.signed(row.startNanos()).signed(row.endNanos()).number(row.revision());
            out.row(row.values());
        }
    }

    /** Reads what has been said of a row of that group. */
    Entry readState(GroupKey key, StateReader in) {
        if (!in.flag()) {
            return null;
        }
        Entry entry = new Entry(in.text());
        entry.publications = in.number();
        if (in.flag()) {
            long startNanos = in.signed();
            long endNanos = in.signed();
            long revision = in.number();
            Event values = in.rowOrNull(writer.catalog());
            entry.rowOrNull = new Row(entry.id, view, version, key.size(), startNanos, endNanos, revision, values);
        }
        return entry;
    }
}
