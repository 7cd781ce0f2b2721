package io.tripline.engine.core;

import java.util.OptionalLong;

/**
 * How a rule, or a decision, is doing. Those of all partitions added up are those of the node. All counts are since the
 * version began on this engine.
 *
 * @param rule its name
 * @param version its version
 * @param events events it was asked about: the index has found that they may concern it, and they have its key
 * @param conditionsMet those of them that satisfied one of its conditions by themselves
 * @param matches matches that were reported
 * @param lastMatchNanos event time of the latest of them, nanoseconds since 1970
 * @param keys keys with a state
 * @param partialMatches partial matches of all keys
 * @param droppedPartialMatches dropped because a key, or the rule in all, had too many
 * @param stateBytes bytes that the states of the keys take when they are written, estimated from some of them; in memory
 *     they take several times as much
 * @param refusedEffects what it should have done and could not
 * @param timedEvents events whose time was taken, a sample of {@code events}
 * @param timedNanos how long these took
 */
public record RuleMeter(
        String rule,
        String version,
        long events,
        long conditionsMet,
        long matches,
        OptionalLong lastMatchNanos,
        long keys,
        long partialMatches,
        long droppedPartialMatches,
        long stateBytes,
        long refusedEffects,
        long timedEvents,
        long timedNanos) {

    /** How long all events have taken, estimated from the sample; nanoseconds. */
    public long estimatedNanos() {
        return timedEvents == 0 ? 0 : Math.round((double) timedNanos / timedEvents * events);
    }

    /** Of two partitions together. */
    public RuleMeter plus(RuleMeter other) {
        OptionalLong last = lastMatchNanos.isEmpty() ? other.lastMatchNanos : lastMatchNanos;
        if (lastMatchNanos.isPresent() && other.lastMatchNanos.isPresent()) {
            last = OptionalLong.of(Math.max(lastMatchNanos.getAsLong(), other.lastMatchNanos.getAsLong()));
        }
        return new RuleMeter(
                rule,
                version,
                events + other.events,
                conditionsMet + other.conditionsMet,
                matches + other.matches,
                last,
                keys + other.keys,
                partialMatches + other.partialMatches,
                droppedPartialMatches + other.droppedPartialMatches,
                stateBytes + other.stateBytes,
                refusedEffects + other.refusedEffects,
                timedEvents + other.timedEvents,
                timedNanos + other.timedNanos);
    }
}
