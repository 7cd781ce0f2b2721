package io.tripline.engine.core;

import io.tripline.engine.program.Program;
import java.util.OptionalLong;

/** Counts for one rule what {@link RuleMeter} shows. */
final class RuleCounts {

    private long events;
    private long conditionsMet;
    private long matches;
    private long lastMatchNanos = Long.MIN_VALUE;
    private long refusedEffects;
    private long timedEvents;
    private long timedNanos;

    void event() {
        events++;
    }

    void conditionMet() {
        conditionsMet++;
    }

    void match(long atNanos) {
        matches++;
        lastMatchNanos = Math.max(lastMatchNanos, atNanos);
    }

    void refusedEffect() {
        refusedEffects++;
    }

    void timed(long nanos) {
        timedEvents++;
        timedNanos += nanos;
    }

    RuleMeter meter(Program program, long keys, long partialMatches, long droppedPartialMatches) {
        return new RuleMeter(
                program.rule().name(),
                program.rule().version(),
                events,
                conditionsMet,
                matches,
                matches == 0 ? OptionalLong.empty() : OptionalLong.of(lastMatchNanos),
                keys,
                partialMatches,
                droppedPartialMatches,
                refusedEffects,
                timedEvents,
                timedNanos);
    }
}
