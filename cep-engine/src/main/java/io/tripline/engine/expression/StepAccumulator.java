package io.tripline.engine.expression;

import io.tripline.engine.aggregate.Accumulation;
import io.tripline.engine.event.Event;
import io.tripline.engine.value.Value;

/** Makes one number of the events that a step takes. */
public final class StepAccumulator {

    private final int step;
    private final int number;
    private final Accumulation none;
    private final Expression argument;
    private final Value value = new Value();

    StepAccumulator(int step, int number, Accumulation none, Expression argument) {
        this.step = step;
        this.number = number;
        this.none = none;
        this.argument = argument;
    }

    public int step() {
        return step;
    }

    /** Its place among the accumulators of the rule. */
    public int number() {
        return number;
    }

    /** What no event comes to. */
    public Accumulation none() {
        return none;
    }

    /** With one more event, which counts for nothing where the argument is missing. */
    public Accumulation plus(Accumulation before, Event taken, Scope scope) {
        Event underTest = scope.exchange(taken);
        argument.evaluate(scope, value);
        Accumulation after = value.isMissing() ? before : before.plus(value);
        scope.exchange(underTest);
        return after;
    }
}
