package io.tripline.engine.replay;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import java.util.List;

/** Events of one catalogue as another has them: mostly they lie the same way, and have another number at most. */
final class Rewriting {

    private final EventCatalog from;
    private final EventCatalog to;
    /** By number in the one, the number in the other where the fields lie the same way, else -1. */
    private final int[] sameFields;

    private final boolean changesNothing;
    private final EventWriter writer = new EventWriter(256);
    private final EventTranslator translator;

    Rewriting(EventCatalog from, EventCatalog to) {
        this.from = from;
        this.to = to;
        this.translator = EventTranslator.lenient(to, writer);
        this.sameFields = from.layouts().stream().mapToInt(this::sameOrMinusOne).toArray();
        boolean same = true;
        for (int type = 0; type < sameFields.length; type++) {
            same &= sameFields[type] == type;
        }
        this.changesNothing = same;
    }

    private int sameOrMinusOne(EventLayout layout) {
        EventLayout other = to.layoutOrNull(layout.name());
        return other != null
                        && lieTheSame(layout.schema().fields(), other.schema().fields())
                ? other.typeIndex()
                : -1;
    }

    /** What is optional may become required: then some events have to be left out. */
    private static boolean lieTheSame(List<FieldSchema> fields, List<FieldSchema> others) {
        if (fields.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            FieldSchema field = fields.get(i);
            FieldSchema other = others.get(i);
            if (!field.name().equals(other.name())
                    || !field.type().equals(other.type())
                    || field.optional() && !other.optional()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all events may be read with the other catalogue as they are. */
    boolean changesNothing() {
        return changesNothing;
    }

    /** Moves the view to the event as the other catalogue has it; false when it has none. */
    boolean rewrite(byte[] bytes, int position, Event view, long sequence, int source) {
        int type = Event.typeAt(bytes, position);
        if (sameFields[type] == type) {
            view.wrap(to, bytes, position, sequence, source);
            return true;
        }
        view.wrap(from, bytes, position, sequence, source);
        if (sameFields[type] >= 0) {
            byte[] renumbered = view.copyAs(to.layout(sameFields[type]));
            view.wrap(to, renumbered, 0, sequence, source);
            return true;
        }
        writer.clear();
        if (translator.translate(view).isPresent()) {
            return false;
        }
        view.wrap(to, writer.array(), 0, sequence, source);
        return true;
    }
}
