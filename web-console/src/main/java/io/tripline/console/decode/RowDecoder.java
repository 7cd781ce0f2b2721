package io.tripline.console.decode;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads JSON objects that are no events, but whose members have the types of fields: rows of tables, entries of lists. They
 * are read as events of a type of their own, so every type is written as in an event, and every mistake is told as there.
 */
public final class RowDecoder {

    /** No name that a field can have. */
    private static final String TIME = "@time";

    private final List<FieldSchema> fields;
    private final EventDecoder decoder;
    private final String beginning;
    private final EventWriter writer = new EventWriter(1024);
    private final Event row = new Event();

    /**
     * A decoder for one kind of object.
     *
     * @param name what it is called in errors
     * @param fields {@code fields.get(i).index() == i}
     */
    public RowDecoder(String name, List<FieldSchema> fields) {
        this.fields = fields;
        List<FieldSchema> all = new ArrayList<>(fields);
        all.add(new FieldSchema(fields.size(), TIME, Scalar.TIMESTAMP, false));
        EventSchema schema = new EventSchema(name, all, OptionalInt.empty(), fields.size(), 0);
        this.decoder = new EventDecoder(new EventCatalog(0, List.of(schema)), DecodeLimits.DEFAULT);
        this.beginning = "{\"type\":\"" + name + "\",\"" + TIME + "\":0";
    }

    /**
     * The values by field, as {@link Event#valueAt} gives them; null where one is missing.
     *
     * @param object the text of a JSON object
     * @throws InvalidEventException when it is not one of this kind
     */
    public List<Object> decode(String object) throws InvalidEventException {
        String rest = object.substring(object.indexOf('{') + 1);
        String text = beginning + (rest.stripLeading().startsWith("}") ? "" : ",") + rest;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.clear();
        decoder.decode(bytes, 0, bytes.length, writer);
        row.wrap(decoder.catalog(), writer.array(), 0, 0, Event.NO_SOURCE);
        List<Object> values = new ArrayList<>();
        fields.forEach(field -> values.add(row.valueAt(field.index())));
        return values;
    }
}
