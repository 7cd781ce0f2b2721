package io.tripline.alerting.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list of alerts.
 *
 * @param next the cursor of the page that follows; empty on the last
 */
public record AlertPage(List<StoredAlert> alerts, Optional<String> next) {

    public AlertPage {
        alerts = List.copyOf(alerts);
    }
}
