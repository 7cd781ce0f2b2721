/**
 * One signed HTTP request to one receiver: the secret, the Standard Webhooks signature, which targets may be reached,
 * and the sender. Knows nothing of alerts and keeps nothing.
 *
 * <pre>
 *  url ─► TargetUrl (form) ─► PinnedResolver (name → addresses) ─► TargetPolicy (may they be reached?)
 *                                                                    │ again, on the socket's address
 *  body + EndpointSecret ─► WebhookSignature ─► WebhookSender ───────┴─► receiver
 * </pre>
 */
package io.tripline.alerting.webhook;
