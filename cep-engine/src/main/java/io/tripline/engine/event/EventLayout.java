package io.tripline.engine.event;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the fields of one event type lie. Immutable; shared by all threads. */
public final class EventLayout {

    static final int LENGTH_OFFSET = 0;
    static final int TYPE_OFFSET = 4;
    static final int TIME_OFFSET = 8;
    static final int PRESENCE_OFFSET = 16;

    private final int typeIndex;
    private final EventSchema schema;
    private final Map<String, FieldSchema> fieldsByName;
    private final int slotsOffset;
    private final int fixedLength;

    EventLayout(int typeIndex, EventSchema schema) {
        this.typeIndex = typeIndex;
        this.schema = schema;
        this.fieldsByName = new LinkedHashMap<>();
        schema.fields().forEach(field -> fieldsByName.put(field.name(), field));
        int fields = schema.fields().size();
        this.slotsOffset = PRESENCE_OFFSET + 8 * ((fields + 63) / 64);
        this.fixedLength = slotsOffset + 8 * fields;
    }

    /** Whether rules can write the field's name; others begin with {@code #} and are for the engine. */
    public static boolean isNamed(FieldSchema field) {
        return !field.name().startsWith("#");
    }

    /** The type's place in its catalogue. */
    public int typeIndex() {
        return typeIndex;
    }

    public EventSchema schema() {
        return schema;
    }

    public String name() {
        return schema.name();
    }

    public FieldType fieldType(int field) {
        return schema.fields().get(field).type();
    }

    /** The field of that name, or null: called for every field of every event that comes in. */
    public FieldSchema fieldOrNull(String name) {
        return fieldsByName.get(name);
    }

    int slotOffset(int field) {
        return slotsOffset + 8 * field;
    }

    /** Bytes before the texts. */
    int fixedLength() {
        return fixedLength;
    }
}
