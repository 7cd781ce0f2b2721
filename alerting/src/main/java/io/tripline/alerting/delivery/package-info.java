/**
 * Sends what is due. A dispatcher thread fills one lane for each enabled endpoint from the outbox; a small pool sends;
 * how a try ended goes back to the outbox, with the time of the next.
 *
 * <pre>
 *  outbox ─due─► EndpointLane ─► pool ─► webhook ─► receiver
 *     ▲                                    │
 *     └──── AttemptRecord ◄─ AttemptOutcome┘   RetrySchedule: when again
 * </pre>
 */
package io.tripline.alerting.delivery;
