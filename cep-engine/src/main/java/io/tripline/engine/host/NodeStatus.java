package io.tripline.engine.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a node is doing. The parts are read one after the other while it works, so they may be a moment apart.
 *
 * @param reason why it is refusing
 * @param mayPass whether refusing can pass without a restart
 * @param watermark the time before which no event is expected any more; absent before the first event
 * @param replay how far the replay at the start is, until it is done
 * @param rules how many rules run
 * @param keys how many keys have state, over all rules
 * @param viewWindows how many windows of groups views keep
 * @param leftOutEvents how many events were left out of a view because it kept too much already
 */
public record NodeStatus(
        State state,
        Optional<String> reason,
        boolean mayPass,
        Durability durability,
        int partitions,
        Instant startedAt,
        Optional<ReplayStatus> replay,
        JournalStatus journal,
        EventCounts events,
        RingStatus ring,
        Optional<Instant> watermark,
        int rules,
        long keys,
        long partialMatches,
        long droppedPartialMatches,
        long viewWindows,
        long leftOutEvents) {

    public enum State {
        STARTING,
        RUNNING,
        REFUSING,
        STOPPED
    }

    /**
     * The replay of the journal.
     *
     * @param sequence read so far
     * @param kept sequence through which outcomes are kept already; the journal ends there or later
     */
    public record ReplayStatus(long sequence, long kept) {}

    /**
     * The journal.
     *
     * @param sequence of the last durable input
     */
    public record JournalStatus(long sequence, long bytes) {}

    /**
     * What came in.
     *
     * @param accepted all events in the journal
     * @param duplicates since the start of the process
     * @param late of all in the journal
     * @param missingKey events that lack a part of the key of a rule that looks at them, once for each such rule
     * @param perSecond accepted, over the last few seconds
     */
    public record EventCounts(long accepted, long duplicates, long late, long missingKey, double perSecond) {}

    /**
     * The ring.
     *
     * @param capacity its slots; a batch takes one
     * @param used slots whose batches are not worked off yet
     * @param bytesCapacity how many bytes of events may be on their way
     * @param bytesUsed how many are
     * @param durableLag how long the oldest batch has waited that is not durable yet; zero when there is none
     * @param outcomeLag how long the oldest batch has waited whose outcomes are not kept yet; zero when there is none
     */
    public record RingStatus(
            int capacity, int used, long bytesCapacity, long bytesUsed, Duration durableLag, Duration outcomeLag) {}
}
