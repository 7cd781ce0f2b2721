package io.tripline.alerting.outbox;

import io.tripline.alerting.model.Delivery;
import io.tripline.alerting.model.DeliveryAttempt;
import io.tripline.alerting.model.DeliveryCounts;
import io.tripline.alerting.model.DeliveryFilter;
import io.tripline.alerting.model.DeliveryPage;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.model.PageLimits;
import io.tripline.alerting.sql.Database;
import io.tripline.engine.event.Nanos;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The delivery log. Safe for use by several threads. */
public final class Deliveries {

    private static final String COLUMNS =
            "SELECT delivery_id, webhook_id, endpoint_id, alert_id, event, state, due_nanos FROM delivery";
    private static final int DELIVERIES_OF_AN_ALERT = 500;

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Runnable deliveryDue;

    /** Calls {@code deliveryDue} when a delivery has been put back on the schedule. */
    public Deliveries(Database database, Outbox outbox, InstantSource clock, Runnable deliveryDue) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.deliveryDue = deliveryDue;
    }

    /**
     * The deliveries of an endpoint, newest first.
     *
     * @throws IllegalArgumentException when the cursor is not one that a page has given
     */
    public DeliveryPage list(String endpointId, DeliveryFilter filter) {
        long before = PageLimits.before(filter.cursor());
        String byState = filter.state().isPresent() ? " AND state = :state" : "";
        return database.read("list deliveries", handle -> {
            var query = handle.createQuery(COLUMNS + " WHERE endpoint_id = :endpoint AND delivery_id < :before"
                            + byState + " ORDER BY endpoint_id DESC, delivery_id DESC LIMIT :limit")
                    .bind("endpoint", endpointId)
                    .bind("before", before)
                    .bind("limit", filter.limit());
            filter.state().ifPresent(state -> query.bind("state", state.wireName()));
            List<Delivery> deliveries = withAttempts(
                    handle, query.map((row, context) -> delivery(row)).list());
            boolean full = deliveries.size() == filter.limit();
            return new DeliveryPage(
                    deliveries,
                    full ? Optional.of(deliveries.get(deliveries.size() - 1).id()) : Optional.empty());
        });
    }

    /** What has been sent about an alert, newest first; of many the newest {@value #DELIVERIES_OF_AN_ALERT}. */
    public List<Delivery> ofAlert(String alertId) {
        return database.read(
                "list an alert's deliveries",
                handle -> withAttempts(
                        handle,
                        handle.createQuery(
                                        COLUMNS
                                                + " WHERE alert_id = :alert ORDER BY alert_id DESC, delivery_id DESC LIMIT :limit")
                                .bind("alert", alertId)
                                .bind("limit", DELIVERIES_OF_AN_ALERT)
                                .map((row, context) -> delivery(row))
                                .list()));
    }

    /** Sends a delivery again, with the same {@code webhook-id} and body; false when there is none of that id. */
    public boolean resend(String deliveryId) {
        Optional<Long> number = number(deliveryId);
        if (number.isEmpty()) {
            return false;
        }
        Optional<Delivery> before = database.writeDurably("resend a delivery", handle -> {
            Optional<Delivery> found = handle.createQuery(COLUMNS + " WHERE delivery_id = :delivery FOR UPDATE")
                    .bind("delivery", number.get())
                    .map((row, context) -> delivery(row))
                    .findOne();
            handle.createUpdate("UPDATE delivery SET state = :pending, tries = 0, due_nanos = :now"
                            + " WHERE delivery_id = :delivery")
                    .bind("pending", DeliveryState.PENDING.wireName())
                    .bind("now", Nanos.of(clock.instant()))
                    .bind("delivery", number.get())
                    .execute();
            return found;
        });
        before.ifPresent(delivery -> {
            outbox.tally().move(delivery.endpointId(), delivery.state(), DeliveryState.PENDING);
            deliveryDue.run();
        });
        return before.isPresent();
    }

    /** All endpoints together. */
    public DeliveryCounts counts() {
        return outbox.counts();
    }

    /** For how long the delivery has been due that has been due longest at an enabled endpoint; zero when none is. */
    public Duration oldestDue() {
        return outbox.oldestDueNanos()
                .map(nanos -> Duration.between(Nanos.toInstant(nanos), clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Optional<Long> number(String deliveryId) {
        boolean digits = !deliveryId.isEmpty()
                && deliveryId.length() <= 18
                && deliveryId.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.valueOf(deliveryId)) : Optional.empty();
    }

    private static List<Delivery> withAttempts(Handle handle, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        Map<String, List<DeliveryAttempt>> attempts = new HashMap<>();
        handle.createQuery("SELECT delivery_id, at_nanos, status, duration_millis, error FROM delivery_attempt"
                        + " WHERE delivery_id IN (<ids>) ORDER BY delivery_id, ordinal")
                .bindList(
                        "ids",
                        deliveries.stream().map(d -> Long.valueOf(d.id())).toList())
                .map((row, context) -> attempts.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(attempt(row)))
                .list();
        return deliveries.stream()
                .map(d -> new Delivery(
                        d.id(),
                        d.webhookId(),
                        d.endpointId(),
                        d.alertId(),
                        d.event(),
                        d.state(),
                        attempts.getOrDefault(d.id(), List.of()),
                        d.nextAttemptAt()))
                .toList();
    }

    private static DeliveryAttempt attempt(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        Optional<Integer> answered = row.wasNull() ? Optional.empty() : Optional.of(status);
        return new DeliveryAttempt(
                Nanos.toInstant(row.getLong("at_nanos")),
                answered,
                row.getLong("duration_millis"),
                Optional.ofNullable(row.getString("error")));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        DeliveryState state = DeliveryState.fromWireName(row.getString("state"));
        return new Delivery(
                row.getString("delivery_id"),
                row.getString("webhook_id"),
                row.getString("endpoint_id"),
                row.getString("alert_id"),
                row.getString("event"),
                state,
                List.of(),
                state == DeliveryState.PENDING
                        ? Optional.of(Nanos.toInstant(row.getLong("due_nanos")))
                        : Optional.empty());
    }
}
