package io.tripline.dsl.plan;

import java.util.List;

/**
 * What a rule can keep for each key, so far as its text says. How many events come in a time is not in the text: such
 * parts grow with the stream, and the engine's limits bound them.
 *
 * @param parts in the order of the rule: its windows, its partial matches, its deadlines
 */
public record PlanCost(List<Part> parts) {

    public static final PlanCost NOTHING = new PlanCost(List.of());

    /** One thing that is kept. */
    public sealed interface Part {

        /**
         * A feature's window.
         *
         * @param feature its index
         * @param keeps what is kept of the events in it
         * @param count how many of them at most; {@link PatternPlan#UNBOUNDED} when it grows with the stream
         * @param nanos how far back it reaches; 0 for a window that is counted in events
         */
        record Window(int feature, Keeps keeps, long count, long nanos) implements Part {}

        /**
         * Partial matches.
         *
         * @param eventsEach how many events one can hold; {@link PatternPlan#UNBOUNDED} when it grows with the stream
         * @param growth how their number grows
         * @param nanos how long one can wait; 0 when nothing limits it
         */
        record PartialMatches(long eventsEach, Growth growth, long nanos) implements Part {}
    }

    /** What a window keeps of its events. */
    public enum Keeps {
        /** The value of each, to take it out again when it leaves. */
        EACH_VALUE,
        /** One running value for each pane. */
        PANES,
        /** A sketch of bounded size. */
        SKETCH
    }

    /** How the number of partial matches grows with the events that fit. */
    public enum Growth {
        /** At most one waits at a time. */
        ONE,
        /** One for each event that can start a match. */
        EACH_START,
        /** One for each combination of events ({@code then any}): can grow without need. */
        EACH_COMBINATION
    }

    public PlanCost {
        parts = List.copyOf(parts);
    }
}
