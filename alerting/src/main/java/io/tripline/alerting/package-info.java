/**
 * What happens to outcomes: they are kept as alerts, and people and programs hear of them. {@link
 * io.tripline.alerting.Alerting} puts the parts together and is where to begin.
 *
 * <pre>
 *  engine's host ─► store ─► outbox ─► delivery ─► webhook ─► receivers
 *                     └─► feed ─► browsers
 * </pre>
 */
package io.tripline.alerting;
