package io.tripline.alerting.store;

import io.tripline.alerting.model.AlertCounts;
import org.jdbi.v3.core.Handle;

/**
 * How far the store is.
 *
 * @param sequence position in the journal through which outcomes are kept
 * @param number of the newest change of an alert
 * @param delivery the highest number given to a delivery
 */
record StoreCounters(long sequence, long number, long delivery, AlertCounts alerts) {

    static StoreCounters read(Handle handle) {
        return handle.createQuery("SELECT last_sequence, last_number, last_delivery, firing, retracted FROM alert_store"
                        + " WHERE id = 1")
                .map((row, context) -> new StoreCounters(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        new AlertCounts(row.getLong(4), row.getLong(5))))
                .one();
    }

    void write(Handle handle) {
        handle.createUpdate("UPDATE alert_store SET last_sequence = :sequence, last_number = :number,"
                        + " last_delivery = :delivery, firing = :firing, retracted = :retracted WHERE id = 1")
                .bind("sequence", sequence)
                .bind("number", number)
                .bind("delivery", delivery)
                .bind("firing", alerts.firing())
                .bind("retracted", alerts.retracted())
                .execute();
    }
}
