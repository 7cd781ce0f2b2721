package io.tripline.engine.match;

import io.tripline.engine.aggregate.Accumulation;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.expression.StepAccumulator;
import io.tripline.engine.program.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An event that a match has taken, linked to those it took before. Never changes, so matches that began alike share
 * their captures; only the memory of what aggregates came to here grows.
 */
final class Capture {

    private final Event event;
    private final Way way;
    private final Capture previous;
    private final Capture previousOfStep;
    private final int countOfStep;
    private Accumulation[] accumulations;

    /**
     * A further event.
     *
     * @param way how the match came to the step that takes it
     * @param previous what the match took last, or null
     * @param previousOfStep what the same step took last, or null
     */
    Capture(Event event, Way way, Capture previous, Capture previousOfStep) {
        this.event = event;
        this.way = way;
        this.previous = previous;
        this.previousOfStep = previousOfStep;
        this.countOfStep = previousOfStep == null ? 1 : previousOfStep.countOfStep + 1;
    }

    Event event() {
        return event;
    }

    Way way() {
        return way;
    }

    int step() {
        return way.step();
    }

    Capture previousOrNull() {
        return previous;
    }

    Capture previousOfStepOrNull() {
        return previousOfStep;
    }

    /** How many events the step has taken up to here. */
    int countOfStep() {
        return countOfStep;
    }

    /** What the events come to that the step has taken up to here; remembered, so the next one adds to it only. */
    Accumulation accumulated(StepAccumulator accumulator, int accumulators, Scope scope) {
        Capture known = this;
        while (known != null && known.rememberedOrNull(accumulator) == null) {
            known = known.previousOfStep;
        }
        if (known == this) {
            return rememberedOrNull(accumulator);
        }
        Accumulation result = known == null ? accumulator.none() : known.rememberedOrNull(accumulator);
        for (Capture capture : since(known)) {
            result = accumulator.plus(result, capture.event, scope);
        }
        if (accumulations == null) {
            accumulations = new Accumulation[accumulators];
        }
        accumulations[accumulator.number()] = result;
        return result;
    }

    /** What the step has taken since then, in order. */
    private List<Capture> since(Capture knownOrNull) {
        List<Capture> since = new ArrayList<>();
        for (Capture capture = this; capture != knownOrNull; capture = capture.previousOfStep) {
            since.add(capture);
        }
        Collections.reverse(since);
        return since;
    }

    private Accumulation rememberedOrNull(StepAccumulator accumulator) {
        return accumulations == null ? null : accumulations[accumulator.number()];
    }
}
