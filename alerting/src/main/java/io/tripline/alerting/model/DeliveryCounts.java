package io.tripline.alerting.model;

/** How many deliveries there are in each state. */
public record DeliveryCounts(long pending, long delivered, long dead) {

    public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0);

    public DeliveryCounts plus(DeliveryCounts other) {
        return new DeliveryCounts(pending + other.pending, delivered + other.delivered, dead + other.dead);
    }
}
