package io.tripline.engine.expression;

import io.tripline.engine.aggregate.Accumulation;
import io.tripline.engine.event.Event;

/** What the steps of a match have taken so far. */
public interface Captures {

    /** A match that has taken nothing. */
    Captures NONE = new Captures() {
        @Override
        public Event latestOrNull(int step) {
            return null;
        }

        @Override
        public Event previousOrNull(int step) {
            return null;
        }

        @Override
        public int count(int step) {
            return 0;
        }

        @Override
        public Accumulation accumulated(StepAccumulator accumulator, Scope scope) {
            return accumulator.none();
        }
    };

    /** The latest event that the step has taken; null while it has taken none. */
    Event latestOrNull(int step);

    /** The event that the step has taken before its latest; null where there is none. */
    Event previousOrNull(int step);

    /** How many events the step has taken. */
    int count(int step);

    /** What the events come to that the accumulator's step has taken. */
    Accumulation accumulated(StepAccumulator accumulator, Scope scope);
}
