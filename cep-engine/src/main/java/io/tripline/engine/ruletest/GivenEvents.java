package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import java.util.List;
import java.util.OptionalInt;

/** Writes the events of tests, in which everything but the time may be left out. */
final class GivenEvents {

    private GivenEvents() {}

    /** The same types, but that no field has to be given, nor an identity. */
    static List<EventSchema> relaxed(List<EventSchema> events) {
        return events.stream().map(GivenEvents::relaxed).toList();
    }

    private static EventSchema relaxed(EventSchema event) {
        List<FieldSchema> fields = event.fields().stream()
                .map(field ->
                        new FieldSchema(field.index(), field.name(), field.type(), field.index() != event.timeField()))
                .toList();
        return new EventSchema(event.name(), fields, OptionalInt.empty(), event.timeField(), event.lateAfterNanos());
    }

    static void write(GivenEvent event, EventLayout layout, EventWriter writer) {
        writer.begin(layout);
        for (GivenValue value : event.values()) {
            writer.putPlain(
                    value.field(),
                    layout.fieldType(value.field()),
                    GivenValues.plain(value, layout.fieldType(value.field())));
        }
        writer.end();
    }
}
