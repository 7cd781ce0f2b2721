/**
 * Keeps what the engine has said. {@link io.tripline.alerting.store.AlertStore} writes, by one thread, alerts, late
 * events, deliveries and the position in the journal in one transaction; {@link io.tripline.alerting.store.Alerts},
 * {@link io.tripline.alerting.store.LateLog} and {@link io.tripline.alerting.store.AlertFeed} read.
 *
 * <pre>
 *  host ─ accept(through, outcomes) ─► AlertStore ─► alert, late_event, notification, delivery, alert_store
 *                                          └─ after the commit ─► AlertFeed ─► browsers
 *                                                             └─► delivery
 * </pre>
 */
package io.tripline.alerting.store;
