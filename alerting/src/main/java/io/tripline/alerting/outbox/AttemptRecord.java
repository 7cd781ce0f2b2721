package io.tripline.alerting.outbox;

import io.tripline.alerting.model.DeliveryAttempt;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.engine.event.Nanos;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How one try ended.
 *
 * @param state of the delivery afterwards
 * @param nextAttemptAt when it is tried again, while it is pending
 * @param failingSince since when nothing has got through to the endpoint; empty when this try did
 */
public record AttemptRecord(
        Dispatch dispatch,
        DeliveryAttempt attempt,
        DeliveryState state,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> failingSince) {

    /** Attempts kept of one delivery: all of the schedule, and room for some that were asked for by hand. */
    static final int KEPT_ATTEMPTS = 20;

    /** Gives false, and writes nothing, when the delivery has been given up meanwhile. */
    boolean write(Handle handle) {
        int updated = handle.createUpdate("UPDATE delivery SET state = :state, tries = :tries, due_nanos = :due"
                        + " WHERE delivery_id = :delivery AND state = :pending")
                .bind("state", state.wireName())
                .bind("tries", state == DeliveryState.DELIVERED ? dispatch.tries() : dispatch.tries() + 1)
                .bind("due", Nanos.of(nextAttemptAt.orElse(attempt.at())))
                .bind("delivery", dispatch.deliveryId())
                .bind("pending", DeliveryState.PENDING.wireName())
                .execute();
        if (updated == 0) {
            return false;
        }
        writeAttempt(handle);
        handle.createUpdate("UPDATE endpoint SET failing_since_nanos = :since WHERE endpoint_id = :endpoint"
                        + " AND failing_since_nanos IS DISTINCT FROM CAST(:since AS BIGINT)")
                .bindByType("since", failingSince.map(Nanos::of).orElse(null), Long.class)
                .bind("endpoint", dispatch.endpointId())
                .execute();
        return true;
    }

    private void writeAttempt(Handle handle) {
        int ordinal =
                handle.createQuery("SELECT COALESCE(MAX(ordinal), 0) FROM delivery_attempt WHERE delivery_id = :d")
                                .bind("d", dispatch.deliveryId())
                                .mapTo(Integer.class)
                                .one()
                        + 1;
        handle.createUpdate("INSERT INTO delivery_attempt (delivery_id, ordinal, at_nanos, status, duration_millis,"
                        + " error) VALUES (:d, :ordinal, :at, :status, :duration, :error)")
                .bind("d", dispatch.deliveryId())
                .bind("ordinal", ordinal)
                .bind("at", Nanos.of(attempt.at()))
                .bindByType("status", attempt.status().orElse(null), Integer.class)
                .bind("duration", attempt.durationMillis())
                .bindByType("error", attempt.error().orElse(null), String.class)
                .execute();
        if (ordinal > KEPT_ATTEMPTS) {
            handle.createUpdate("DELETE FROM delivery_attempt WHERE delivery_id = :d AND ordinal <= :old")
                    .bind("d", dispatch.deliveryId())
                    .bind("old", ordinal - KEPT_ATTEMPTS)
                    .execute();
        }
    }
}
