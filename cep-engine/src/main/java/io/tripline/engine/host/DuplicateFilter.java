package io.tripline.engine.host;

import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Finds events whose {@code @id} was seen before in their type. An event whose type has no id is never a duplicate. Used
 * by one thread.
 */
final class DuplicateFilter {

    private static final int NO_ID = -1;

    private final IdMemory memory;
    private final RememberedIds ids;
    private final IdHash hash;
    private final Event event = new Event();

    private EventCatalog catalog = EventCatalog.EMPTY;
    private int[] idFields = {};
    private boolean[] isNumber = {};
    private long[] types = {};

    DuplicateFilter(IdMemory memory) {
        this.memory = memory;
        this.ids = memory.ids();
        this.hash = memory.hash();
    }

    /** What it remembers, to be written by another thread. */
    IdMemory seen() {
        return new IdMemory(memory.key0(), memory.key1(), ids.seen());
    }

    /** Remembers the ids of a batch and gives the places of the events that are duplicates, also of one another. */
    BitSet remember(EventBatch batch) {
        use(batch.catalog());
        BitSet duplicates = new BitSet();
        int position = 0;
        for (int i = 0; i < batch.count(); i++) {
            event.wrap(catalog, batch.events(), position, 0, 0);
            position += event.length();
            if (!rememberOne()) {
                duplicates.set(i);
            }
        }
        return duplicates;
    }

    private boolean rememberOne() {
        int type = event.typeIndex();
        int field = idFields[type];
        if (field == NO_ID || !event.has(field)) {
            return true;
        }
        if (isNumber[type]) {
            hash.hash(types[type], event.slot(field));
        } else {
            hash.hash(types[type], event.array(), event.bytesStart(field), event.bytesLength(field));
        }
        return ids.add(hash.high(), hash.low());
    }

    private void use(EventCatalog current) {
        if (current == catalog) {
            return;
        }
        catalog = current;
        int count = current.layouts().size();
        idFields = new int[count];
        isNumber = new boolean[count];
        types = new long[count];
        for (EventLayout layout : current.layouts()) {
            int type = layout.typeIndex();
            idFields[type] = layout.schema().idField().orElse(NO_ID);
            isNumber[type] = idFields[type] != NO_ID && layout.fieldType(idFields[type]) == Scalar.INT;
            byte[] name = layout.name().getBytes(StandardCharsets.UTF_8);
            types[type] = ByteHash.of(name, 0, name.length);
        }
    }
}
