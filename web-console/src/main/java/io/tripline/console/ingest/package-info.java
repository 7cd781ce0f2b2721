/**
 * {@code POST /v1/events}: a body is read event by event, handed to the node batch by batch, and answered when all of it
 * is durable.
 *
 * <pre>
 *   body ─► BoundedInput ─► gunzip ─► BoundedInput ─► EventReader ─► Intake ─► EventBatch ─► Node
 * </pre>
 */
package io.tripline.console.ingest;
