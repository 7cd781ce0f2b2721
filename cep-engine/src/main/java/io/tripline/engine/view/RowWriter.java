package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueList;
import java.util.List;

/** Writes the rows of one view as events: its groups, its columns, its window and its revision. */
final class RowWriter {

    /** The source of what comes of no source. */
    private static final int NO_SOURCE = 0;

    private final ViewProgram program;
    private final EventCatalog catalog;
    private final EventLayout layout;
    private final int groups;
    private final int columns;
    private final EventWriter writer = new EventWriter(256);
    private final Scope scope = new Scope();
    private final Value value = new Value();

    RowWriter(ViewProgram program) {
        ViewPlan plan = program.plan();
        this.program = program;
        this.catalog = new EventCatalog(0, List.of(RowSchema.of(plan)));
        this.layout = catalog.layout(0);
        this.groups = plan.groups().size();
        this.columns = plan.columns().size();
    }

    /** Its only type is that of the rows. */
    EventCatalog catalog() {
        return catalog;
    }

    /**
     * Shows what a window comes to, until the next call.
     *
     * @param event the one that what slides is read at; else any
     * @return whether that makes a row
     */
    boolean show(GroupKey key, FeatureReadings aggregates, Event event) {
        int count = program.aggregateCount();
        scope.showRetained(event);
        scope.showFeatures((feature, shown, into) -> {
            if (feature < count) {
                aggregates.read(feature, shown, into);
            } else {
                key.copyTo(feature - count, into);
            }
        });
        return program.hasRow(scope);
    }

    /** The row of what is shown, as an event. */
    Event write(String id, GroupKey key, long startNanos, long endNanos, long revision, long sequence) {
        writer.clear();
        writer.begin(layout);
        for (int group = 0; group < groups; group++) {
            key.copyTo(group, value);
            put(group);
        }
        for (int column = 0; column < columns; column++) {
            program.column(column).evaluate(scope, value);
            put(groups + column);
        }
        writer.putLong(groups + columns, startNanos);
        writer.putLong(groups + columns + 1, endNanos);
        writer.putLong(groups + columns + 2, revision);
        writer.putText(groups + columns + 3, id);
        writer.end();
        Event row = new Event();
        row.wrap(catalog, writer.toByteArray(), 0, sequence, NO_SOURCE);
        return row;
    }

    private void put(int field) {
        if (value.isMissing()) {
            return;
        }
        FieldType type = layout.fieldType(field);
        if (type instanceof ListType list) {
            writer.putList(field, ValueList.elements(value, list.element()));
        } else if (type == Scalar.DECIMAL && value.isBig()) {
            putRounded(field);
        } else if (type == Scalar.STRING) {
            writer.putText(field, value.asText());
        } else if (type == Scalar.IP) {
            writer.putIp(field, value.copyBytes());
        } else if (type == Scalar.GEO) {
            writer.putGeo(field, GeoPoint.read(value.array(), value.start()));
        } else if (type == Scalar.FLOAT) {
            writer.putFloat(field, value.asDouble());
        } else {
            writer.putLong(field, value.slot());
        }
    }

    /** A decimal that an event has no room for even when rounded is missing, like an int that does not fit 64 bits. */
    private void putRounded(int field) {
        Decimals.packRounded(value.asDecimal()).ifPresent(packed -> writer.putDecimal(field, packed));
    }
}
