package io.tripline.alerting.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of the late log, newest first.
 *
 * @param next the cursor of the page that follows; empty on the last
 */
public record LateEventPage(List<LateEvent> events, Optional<String> next) {

    public LateEventPage {
        events = List.copyOf(events);
    }
}
