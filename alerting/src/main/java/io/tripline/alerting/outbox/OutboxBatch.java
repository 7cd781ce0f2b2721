package io.tripline.alerting.outbox;

import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.sql.Batch;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The deliveries of one transaction: one for each change and each endpoint that is enabled. Begun by {@link
 * Outbox#begin}.
 */
public final class OutboxBatch implements AutoCloseable {

    private final List<String> endpointIds;
    private final Batch notifications;
    private final Batch deliveries;
    private final long dueNanos;
    private long lastDelivery;
    private int changes;

    OutboxBatch(Handle handle, List<String> endpointIds, long lastDelivery, long dueNanos) throws SQLException {
        this.endpointIds = endpointIds;
        this.lastDelivery = lastDelivery;
        this.dueNanos = dueNanos;
        this.notifications = new Batch(
                handle.getConnection(),
                "INSERT INTO notification (notification_number, alert_id, event, body) VALUES (?, ?, ?, ?)");
        this.deliveries = new Batch(
                handle.getConnection(),
                "INSERT INTO delivery (delivery_id, endpoint_id, notification_number, webhook_id, alert_id, event, "
                        + "state, tries, due_nanos) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)");
    }

    public void add(AlertChange change) throws SQLException {
        if (endpointIds.isEmpty()) {
            return;
        }
        String alertId = change.alert().id();
        String event = change.event().wireName();
        notifications.add(change.number(), alertId, event, NotificationBody.of(change));
        for (String endpointId : endpointIds) {
            lastDelivery++;
            deliveries.add(
                    lastDelivery,
                    endpointId,
                    change.number(),
                    WebhookId.of(endpointId, change),
                    alertId,
                    event,
                    DeliveryState.PENDING.wireName(),
                    dueNanos);
        }
        changes++;
    }

    /** Writes what has been added. */
    public void send() throws SQLException {
        notifications.send();
        deliveries.send();
    }

    /** The highest number given to a delivery so far. */
    public long lastDelivery() {
        return lastDelivery;
    }

    /** Counts what has been added; to be called when it is committed. */
    void tally(DeliveryTally tally) {
        endpointIds.forEach(endpointId -> tally.add(endpointId, DeliveryState.PENDING, changes));
    }

    @Override
    public void close() throws SQLException {
        notifications.close();
        deliveries.close();
    }
}
