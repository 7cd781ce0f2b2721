package io.tripline.alerting.outbox;

import io.tripline.alerting.model.DeliveryCounts;
import io.tripline.alerting.model.DeliveryState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * How many deliveries each endpoint has in each state, in memory: counting a million rows whenever the console asks
 * would be slow. Moved on after each commit; counted anew when the node starts.
 */
final class DeliveryTally {

    private final Map<String, DeliveryCounts> counts = new ConcurrentHashMap<>();

    DeliveryTally(Handle handle) {
        count(handle);
    }

    /** Counts anew. */
    void count(Handle handle) {
        counts.clear();
        handle.createQuery("SELECT endpoint_id, state, COUNT(*) FROM delivery GROUP BY endpoint_id, state")
                .map((row, context) -> {
                    add(row.getString(1), DeliveryState.fromWireName(row.getString(2)), row.getLong(3));
                    return row.getString(1);
                })
                .list();
    }

    void add(String endpointId, DeliveryState state, long more) {
        DeliveryCounts change = new DeliveryCounts(
                state == DeliveryState.PENDING ? more : 0,
                state == DeliveryState.DELIVERED ? more : 0,
                state == DeliveryState.DEAD ? more : 0);
        counts.merge(endpointId, change, DeliveryCounts::plus);
    }

    void move(String endpointId, DeliveryState from, DeliveryState to) {
        if (from != to) {
            add(endpointId, from, -1);
            add(endpointId, to, 1);
        }
    }

    void forget(String endpointId) {
        counts.remove(endpointId);
    }

    DeliveryCounts of(String endpointId) {
        return counts.getOrDefault(endpointId, DeliveryCounts.NONE);
    }

    DeliveryCounts total() {
        return counts.values().stream().reduce(DeliveryCounts.NONE, DeliveryCounts::plus);
    }
}
