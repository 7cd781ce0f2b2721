package io.tripline.alerting.model;

import java.util.List;

/** An alert with what has been sent about it, the newest first. */
public record AlertDetail(StoredAlert alert, List<Delivery> deliveries) {

    public AlertDetail {
        deliveries = List.copyOf(deliveries);
    }
}
