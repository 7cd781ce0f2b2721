package io.tripline.examples;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some events of one customer that belong together.
 *
 * @param events in the order of their times; not empty
 * @param attack what they are, if they are one
 */
record Episode(List<PaymentEvent> events, Optional<Attack> attack) {

    Episode {
        events = List.copyOf(events);
    }

    Instant endsAt() {
        return events.get(events.size() - 1).at();
    }
}
