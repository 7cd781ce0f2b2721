package io.tripline.alerting.outbox;

import io.tripline.alerting.model.DeliveryCounts;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.model.EndpointState;
import io.tripline.alerting.sql.Database;
import io.tripline.engine.event.Nanos;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * The deliveries that wait to be sent. Safe for use by several threads; one node works on an outbox.
 *
 * <p>A delivery is due only when no earlier one about the same alert is pending at its endpoint: nobody hears of a
 * retraction before the alert.
 */
public final class Outbox {

    private static final String PENDING = DeliveryState.PENDING.wireName();

    /**
     * Held while endpoints change and while new deliveries are written, so that a deleted endpoint leaves none behind
     * and a disabled one gets none.
     */
    private final Lock endpointsLock = new ReentrantLock();

    private final Database database;
    private final InstantSource clock;
    private final DeliveryTally tally;

    public Outbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.tally = database.read("count deliveries", DeliveryTally::new);
    }

    /** To be held from {@link #begin} until the transaction has ended. */
    public Lock endpointsLock() {
        return endpointsLock;
    }

    /** Begins to add deliveries in the transaction of {@code handle}. */
    public OutboxBatch begin(Handle handle, long lastDelivery) throws SQLException {
        return new OutboxBatch(handle, enabledEndpoints(handle), lastDelivery, Nanos.of(clock.instant()));
    }

    /** Counts what a committed transaction has added. */
    public void committed(OutboxBatch batch) {
        batch.tally(tally);
    }

    /** Counts anew, when it is not known what has been committed. */
    public void recount() {
        database.read("count deliveries", handle -> {
            tally.count(handle);
            return tally;
        });
    }

    /** The ids of the endpoints that are sent to. */
    public List<String> enabledEndpoints() {
        return database.read("read the endpoints", Outbox::enabledEndpoints);
    }

    /** Since when nothing has got through to an endpoint, if nothing has. */
    public Optional<Instant> failingSince(String endpointId) {
        return database.read("read an endpoint", handle -> handle.createQuery("SELECT failing_since_nanos FROM endpoint"
                        + " WHERE endpoint_id = :endpoint AND failing_since_nanos IS NOT NULL")
                .bind("endpoint", endpointId)
                .mapTo(Long.class)
                .findOne()
                .map(Nanos::toInstant));
    }

    /**
     * The numbers of deliveries that may be tried now, those that have waited longest first. The order names all columns
     * of the index, or H2 would sort all that is due to find the first.
     */
    public List<Long> due(String endpointId, int limit) {
        return database.read("read due deliveries", handle -> handle.createQuery("SELECT d.delivery_id FROM delivery d"
                        + " WHERE d.endpoint_id = :endpoint AND d.state = :pending AND d.due_nanos <= :now"
                        + " AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.alert_id = d.alert_id"
                        + " AND e.delivery_id < d.delivery_id AND e.endpoint_id = d.endpoint_id"
                        + " AND e.state = :pending)"
                        + " ORDER BY d.endpoint_id, d.state, d.due_nanos, d.delivery_id LIMIT :limit")
                .bind("endpoint", endpointId)
                .bind("pending", PENDING)
                .bind("now", Nanos.of(clock.instant()))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /** When the pending delivery is due that is due first; one look into the index for each endpoint. */
    Optional<Long> oldestDueNanos() {
        return database.read("read the oldest delivery", handle -> enabledEndpoints(handle).stream()
                .flatMap(endpoint -> handle
                        .createQuery("SELECT due_nanos FROM delivery WHERE endpoint_id = :endpoint AND state = :pending"
                                + " ORDER BY endpoint_id, state, due_nanos, delivery_id LIMIT 1")
                        .bind("endpoint", endpoint)
                        .bind("pending", PENDING)
                        .mapTo(Long.class)
                        .list()
                        .stream())
                .min(Long::compare));
    }

    /** What to send for a delivery; empty when it is not pending any more or its endpoint is not sent to. */
    public Optional<Dispatch> load(long deliveryId) {
        return database.read("read a delivery", handle -> handle.createQuery(
                        "SELECT d.delivery_id, d.endpoint_id, d.webhook_id, d.tries, n.body, e.url, e.secret"
                                + " FROM delivery d"
                                + " JOIN notification n ON n.notification_number = d.notification_number"
                                + " JOIN endpoint e ON e.endpoint_id = d.endpoint_id"
                                + " WHERE d.delivery_id = :delivery AND d.state = :pending AND e.state = :enabled")
                .bind("delivery", deliveryId)
                .bind("pending", PENDING)
                .bind("enabled", EndpointState.ENABLED.wireName())
                .map((row, context) -> Dispatch.of(row))
                .findOne());
    }

    /** Notes how a try ended, in one transaction. */
    public void record(AttemptRecord attempt) {
        boolean known = database.write("note a delivery attempt", attempt::write);
        if (known) {
            tally.move(attempt.dispatch().endpointId(), DeliveryState.PENDING, attempt.state());
        }
    }

    /** All endpoints together. */
    public DeliveryCounts counts() {
        return tally.total();
    }

    DeliveryTally tally() {
        return tally;
    }

    private static List<String> enabledEndpoints(Handle handle) {
        return handle.createQuery("SELECT endpoint_id FROM endpoint WHERE state = :enabled ORDER BY created_nanos")
                .bind("enabled", EndpointState.ENABLED.wireName())
                .mapTo(String.class)
                .list();
    }
}
