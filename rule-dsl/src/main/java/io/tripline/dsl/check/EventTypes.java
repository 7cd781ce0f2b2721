package io.tripline.dsl.check;

import java.util.Map;
import java.util.Set;

/**
 * The event types of a rule set.
 *
 * @param shapes by name, the rows of views too
 * @param unreadNames words in what could not be read; one of them may be the name of an event type
 * @param nameLost whether an event type is declared without a name, which may be any
 */
record EventTypes(Map<String, EventShape> shapes, Set<String> unreadNames, boolean nameLost) {

    /** Whether there may be an event type of that name in what could not be read. */
    boolean mayBeUnread(String name) {
        return nameLost || unreadNames.contains(name);
    }

    boolean has(String name) {
        return shapes.containsKey(name);
    }
}
