package io.tripline.engine.match;

import io.tripline.engine.event.Event;
import io.tripline.engine.program.Program;
import java.util.List;

/**
 * The times whose passing completes matches: the deadline of what must not come after a match's last event, in the order
 * in which the deadlines were made; or, with {@code final}, the end of the time that a repetition could have gone on.
 */
final class Moments {

    private final Program program;
    private PartialMatch found;
    private Event cause;

    Moments(Program program) {
        this.program = program;
    }

    /** What the match is when it takes no more: itself, or without the round that it is in; null when it cannot end. */
    PartialMatch endingOrNull(PartialMatch match) {
        if (match.canEnd()) {
            return match;
        }
        for (WayOut out : match.waysOut()) {
            if (out.kept().canEnd(out.loop())) {
                return out.kept();
            }
        }
        return null;
    }

    /** The earliest moment of a key; {@link Long#MAX_VALUE} when it has none. */
    long nextNanos(PartialMatches matches) {
        found = null;
        for (int i = 0; i < matches.size(); i++) {
            PartialMatch ending = endingOrNull(matches.get(i));
            if (ending != null) {
                Event causeOfThis = causeOf(ending);
                if (found == null || Order.compare(causeOfThis, cause) < 0) {
                    found = ending;
                    cause = causeOfThis;
                }
            }
        }
        return found == null ? Long.MAX_VALUE : momentNanos(found);
    }

    private Event causeOf(PartialMatch ending) {
        return program.terms().waits() ? ending.start() : ending.lastEvent();
    }

    private long momentNanos(PartialMatch ending) {
        if (program.terms().waits()) {
            long within = program.withinNanos();
            return within == Program.UNBOUNDED ? Long.MAX_VALUE : ending.start().timeNanos() + within;
        }
        return ending.lastEvent().timeNanos()
                + program.terms().deadline().orElseThrow().forNanos();
    }

    /** Takes what is complete at the moment that {@link #nextNanos} has found. */
    void takeNext(PartialMatches matches, List<PartialMatch> complete) {
        Event of = cause;
        matches.removeIf(match -> {
            PartialMatch ending = endingOrNull(match);
            boolean takes = ending != null && causeOf(ending) == of;
            if (takes) {
                complete.add(ending);
            }
            return takes;
        });
    }

    /** With {@code final}: takes what can end and take no more. */
    void takeThoseThatCannotGoOn(PartialMatches matches, List<PartialMatch> complete) {
        matches.removeIf(match -> {
            PartialMatch ending = endingOrNull(match);
            boolean takes = ending != null && !match.canGoOn();
            if (takes) {
                complete.add(ending);
            }
            return takes;
        });
    }
}
