package io.tripline.engine.host;

import io.tripline.engine.event.EventCatalog;
import java.time.Duration;
import java.util.BitSet;

/** What became of a batch. */
public sealed interface SubmitResult {

    /**
     * Its events are durable, in the sense of the node's {@link Durability}.
     *
     * @param firstSequence of the first event that is no duplicate; the others follow without a gap
     * @param count how many are no duplicates; may be 0
     * @param duplicates places in the batch, from 0, of events whose {@code @id} was seen before in their type
     */
    record Accepted(long firstSequence, int count, BitSet duplicates) implements SubmitResult {}

    /** Nothing was taken, because too much is on its way already. */
    record Busy(Duration retryAfter) implements SubmitResult {}

    /**
     * Nothing is acknowledged, because the node takes no input now.
     *
     * @param mayPass whether it can pass without a restart
     */
    record Refused(String reason, boolean mayPass) implements SubmitResult {}

    /** Nothing was taken, because the rules have changed; {@link EventBatch#encodedFor} it and submit again. */
    record Stale(EventCatalog current) implements SubmitResult {}
}
