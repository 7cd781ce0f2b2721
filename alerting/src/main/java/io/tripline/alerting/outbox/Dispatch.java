package io.tripline.alerting.outbox;

import io.tripline.alerting.webhook.EndpointSecret;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One delivery, ready to be sent.
 *
 * @param tries that failed before this one
 * @param body the bytes to send, the same on every try; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Dispatch(
        long deliveryId,
        String endpointId,
        String webhookId,
        int tries,
        byte[] body,
        String url,
        EndpointSecret secret) {

    static Dispatch of(ResultSet row) throws SQLException {
        return new Dispatch(
                row.getLong("delivery_id"),
                row.getString("endpoint_id"),
                row.getString("webhook_id"),
                row.getInt("tries"),
                row.getBytes("body"),
                row.getString("url"),
                EndpointSecret.parse(row.getString("secret")));
    }

    @Override
    public String toString() {
        return "Dispatch[" + deliveryId + " " + webhookId + " to " + endpointId + "]";
    }
}
