package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.syntax.Name;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The event types of a rule set.
 *
 * @param shapes by name
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

    /** The type of that name; empty when there is none, which is reported unless the declaration may be unread. */
    Optional<EventShape> find(Name name, Diagnostics diagnostics) {
        EventShape shape = shapes.get(name.text());
        if (shape == null && !mayBeUnread(name.text())) {
            diagnostics.error(
                    DiagnosticCode.UNKNOWN_EVENT,
                    name.span(),
                    "there is no event type `" + name.text() + "`",
                    DidYouMean.hint(name.text(), shapes.keySet())
                            .or(() -> Optional.of("declare it: `event " + name.text() + " { … }`")));
        }
        return Optional.ofNullable(shape);
    }
}
