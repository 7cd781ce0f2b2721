/**
 * What has to be sent, to whom, and how that went. {@link io.tripline.alerting.outbox.OutboxBatch} adds deliveries in
 * the transaction that keeps the alert, so neither exists without the other; {@link io.tripline.alerting.outbox.Outbox}
 * hands out what is due and notes how each try ended; {@link io.tripline.alerting.outbox.Endpoints} and {@link
 * io.tripline.alerting.outbox.Deliveries} are what people see of it.
 */
package io.tripline.alerting.outbox;
