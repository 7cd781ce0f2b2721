package io.tripline.engine.table;

import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.PlainValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The rows of one table. A row has the form of an event, whose time is when it was written, or what the table's own
 * {@code @time} says.
 */
public final class TableRows {

    /** No name that can be declared. */
    private static final String WRITTEN = "@written";

    private final TablePlan plan;
    private final EventCatalog catalog;
    private final VersionedMap<Event> rows = new VersionedMap<>();
    private final EventWriter writer = new EventWriter(256);
    private OptionalLong expiryNanos;

    TableRows(TablePlan plan) {
        this.plan = plan;
        this.expiryNanos = plan.expiryNanos();
        List<FieldSchema> fields = new ArrayList<>();
        plan.fields().forEach(field -> fields.add(new FieldSchema(field.index(), field.name(), field.type(), true)));
        fields.add(new FieldSchema(fields.size(), WRITTEN, Scalar.TIMESTAMP, false));
        EventSchema schema = new EventSchema(
                plan.name(), fields, OptionalInt.empty(), plan.fields().size(), 0);
        this.catalog = new EventCatalog(0, List.of(schema));
    }

    /** Whether the rows fit another declaration. */
    boolean isOf(TablePlan other) {
        return plan.fields().equals(other.fields())
                && plan.keyFields().equals(other.keyFields())
                && plan.timeField().equals(other.timeField());
    }

    /** A row is gone when it has not been written for that long. */
    void changeExpiry(OptionalLong nanos) {
        expiryNanos = nanos;
    }

    /**
     * The row of that key for an event, or null.
     *
     * @param key the value of the key field as {@link Event#valueAt} gives it; of several, their list
     */
    public Event rowOrNull(Object key, Event event) {
        Event row = rows.getOrNull(key, event);
        if (row == null || expiryNanos.isEmpty()) {
            return row;
        }
        return event.timeNanos() - row.timeNanos() <= expiryNanos.getAsLong() ? row : null;
    }

    /** An event that feeds the table has come: writes its row. A row whose key is missing is none. */
    void feed(Event event) {
        EventLayout layout = event.layout();
        List<Object> values = new ArrayList<>();
        for (FieldSchema field : plan.fields()) {
            FieldSchema source = layout.fieldOrNull(field.name());
            values.add(source == null ? null : event.valueAt(source.index()));
        }
        put(values, event.timeNanos(), event.sequence(), event.ordinal());
    }

    /** A row from outside. */
    void put(List<ReferenceChange.FieldValue> values, long timeNanos, long sequence) {
        Object[] byField = new Object[plan.fields().size()];
        values.forEach(value -> byField[value.field()] = PlainValues.canonical(
                value.value(), plan.fields().get(value.field()).type()));
        put(Arrays.asList(byField), timeNanos, sequence, 0);
    }

    /**
     * Writes a row.
     *
     * @param values by field, as {@link Event#valueAt} gives them; null for what is missing
     */
    private void put(List<Object> values, long timeNanos, long sequence, int ordinal) {
        Object key = keyOf(values);
        if (key == null) {
            return;
        }
        writer.clear();
        writer.begin(catalog.layout(0));
        for (FieldSchema field : plan.fields()) {
            if (values.get(field.index()) != null) {
                writer.putPlain(field.index(), field.type(), values.get(field.index()));
            }
        }
        writer.putLong(plan.fields().size(), timeNanos);
        writer.end();
        Event row = new Event();
        row.wrap(catalog, writer.toByteArray(), 0, sequence, Event.NO_SOURCE);
        if (!isOlder(row, rows.newestOrNull(key))) {
            rows.put(key, row, sequence, ordinal);
        }
    }

    void remove(List<Object> key, long sequence) {
        List<Object> canonical = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            FieldSchema field = plan.fields().get(plan.keyFields().get(i));
            canonical.add(PlainValues.canonical(key.get(i), field.type()));
        }
        rows.put(canonical.size() == 1 ? canonical.get(0) : canonical, null, sequence, 0);
    }

    /** The key of a row, or null when a part of it is missing. */
    private Object keyOf(List<Object> values) {
        List<Object> key = new ArrayList<>();
        for (int field : plan.keyFields()) {
            if (values.get(field) == null) {
                return null;
            }
            key.add(values.get(field));
        }
        return key.size() == 1 ? key.get(0) : key;
    }

    private boolean isOlder(Event row, Event newestOrNull) {
        if (newestOrNull == null || plan.timeField().isEmpty()) {
            return false;
        }
        int field = plan.timeField().getAsInt();
        return newestOrNull.has(field) && (!row.has(field) || row.slot(field) < newestOrNull.slot(field));
    }

    /** Forgets what no event from that position and time on can see; gives how much is left. */
    int prune(long oldestSequence, long oldestNanos) {
        return rows.prune(
                oldestSequence,
                row -> expiryNanos.isPresent() && oldestNanos - row.timeNanos() > expiryNanos.getAsLong());
    }

    void writeState(StateWriter out) {
        rows.writeState(out, (row, to) -> to.row(row));
    }

    void readState(StateReader in) {
        rows.readState(in, from -> from.rowOrNull(catalog));
    }
}
