/**
 * {@code tripline demo}: a node, a stream of payments with labelled attacks, and somebody who receives the webhooks.
 * Everything goes over HTTP, as a customer's services would do it.
 *
 * <pre>
 *   DemoStream ──POST /v1/events──► node ──signed webhooks──► TestReceiver
 *       └─ attacks: what there should be ──► DemoTally ◄── alerts that came ─┘
 * </pre>
 */
package io.tripline.console.demo;
