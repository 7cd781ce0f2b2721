package io.tripline.engine.event;

import io.tripline.dsl.schema.EventSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The event types of one rule set, numbered. Immutable; shared by all threads.
 *
 * <p>The journal stores events by their type's number, so a catalogue belongs to one generation: the number of rule
 * changes that came before it in the journal.
 */
public final class EventCatalog {

    public static final EventCatalog EMPTY = new EventCatalog(0, List.of());

    private final long generation;
    private final List<EventLayout> layouts;
    private final Map<String, EventLayout> byName = new LinkedHashMap<>();

    /** Numbers the schemas in the order given. */
    public EventCatalog(long generation, List<EventSchema> schemas) {
        this.generation = generation;
        EventLayout[] numbered = new EventLayout[schemas.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = new EventLayout(i, schemas.get(i));
            byName.put(numbered[i].name(), numbered[i]);
        }
        this.layouts = List.of(numbered);
    }

    /** This catalogue and further types behind it; the types it has keep their numbers. */
    public EventCatalog with(List<EventSchema> further) {
        return new EventCatalog(
                generation,
                Stream.concat(layouts.stream().map(EventLayout::schema), further.stream())
                        .toList());
    }

    public long generation() {
        return generation;
    }

    public List<EventLayout> layouts() {
        return layouts;
    }

    public EventLayout layout(int typeIndex) {
        return layouts.get(typeIndex);
    }

    /** The type of that name, or null: called for every event that comes in. */
    public EventLayout layoutOrNull(String name) {
        return byName.get(name);
    }
}
