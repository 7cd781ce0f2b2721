package io.tripline.engine.core;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
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

    RuleMeter meter(RulePlan rule, long keys, long partialMatches, long droppedPartialMatches, long stateBytes) {
        return new RuleMeter(
                rule.name(),
                rule.version(),
                events,
                conditionsMet,
                matches,
                matches == 0 ? OptionalLong.empty() : OptionalLong.of(lastMatchNanos),
                keys,
                partialMatches,
                droppedPartialMatches,
                stateBytes,
                refusedEffects,
                timedEvents,
                timedNanos);
    }

    /** Writes what depends on the events alone; how long they took is counted anew. */
    void writeState(StateWriter out) {
        out.number(events)
                .number(conditionsMet)
                .number(matches)
                .signed(lastMatchNanos)
                .number(refusedEffects);
    }

    void readState(StateReader in) {
        events = in.number();
        conditionsMet = in.number();
        matches = in.number();
        lastMatchNanos = in.signed();
        refusedEffects = in.number();
    }
}
