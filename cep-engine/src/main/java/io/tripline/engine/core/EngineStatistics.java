package io.tripline.engine.core;

/**
 * How an engine is doing. Those of all partitions added up are those of the node.
 *
 * @param keys keys with a state, over all rules
 * @param partialMatches partial matches, over all rules and keys
 * @param droppedPartialMatches dropped because a key had too many
 * @param lateEvents that came later than their source allows; counted by partition 0
 * @param missingKeyEvents not seen by a rule because its key was missing, over all rules; counted by partition 0
 * @param watermarkNanos event time that has passed, nanoseconds since 1970; {@link Long#MIN_VALUE} before the first event
 * @param viewWindows windows of groups that views keep, over all views
 * @param leftOutEvents left out of a view because it kept too much already, over all views
 */
public record EngineStatistics(
        long keys,
        long partialMatches,
        long droppedPartialMatches,
        long lateEvents,
        long missingKeyEvents,
        long watermarkNanos,
        long viewWindows,
        long leftOutEvents) {

    /** Of two partitions together. */
    public EngineStatistics plus(EngineStatistics other) {
        return new EngineStatistics(
                keys + other.keys,
                partialMatches + other.partialMatches,
                droppedPartialMatches + other.droppedPartialMatches,
                lateEvents + other.lateEvents,
                missingKeyEvents + other.missingKeyEvents,
                Math.min(watermarkNanos, other.watermarkNanos),
                viewWindows + other.viewWindows,
                leftOutEvents + other.leftOutEvents);
    }
}
