package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import java.util.List;

/**
 * The events one step of a match took.
 *
 * @param step its name
 * @param events in their order; retained, so they may be kept
 */
public record MatchedStep(String step, List<Event> events) {

    public MatchedStep {
        events = List.copyOf(events);
    }
}
