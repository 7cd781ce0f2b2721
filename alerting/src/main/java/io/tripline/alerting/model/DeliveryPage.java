package io.tripline.alerting.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list of deliveries.
 *
 * @param next the cursor of the page that follows; empty on the last
 */
public record DeliveryPage(List<Delivery> deliveries, Optional<String> next) {

    public DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }
}
