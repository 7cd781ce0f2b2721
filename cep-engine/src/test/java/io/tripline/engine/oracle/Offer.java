package io.tripline.engine.oracle;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A step that may take the next event.
 *
 * @param taking what the node that makes the offer becomes when the event at a place is taken
 * @param word which event may be taken
 * @param gapNanos longest time from the event taken before
 * @param absences what must not come in the gap
 * @param inside the runs of repetitions that the event would be in
 */
record Offer(
        PatternPlan.Step step,
        IntFunction<Progress> taking,
        Contiguity word,
        OptionalLong gapNanos,
        List<Absence> absences,
        List<Run> inside) {

    /**
     * One run of a repetition.
     *
     * @param path where it stands, with the rounds of the repetitions around it
     */
    record Run(String path, PatternPlan.Repeat plan) {}

    static Offer of(PatternPlan.Step step) {
        return new Offer(
                step,
                place -> new Progress.Taken(step, place),
                Contiguity.NEXT,
                OptionalLong.empty(),
                List.of(),
                List.of());
    }

    /** The same as an offer of what the node stands in. */
    Offer within(Function<Progress, Progress> outer) {
        return new Offer(step, place -> outer.apply(taking.apply(place)), word, gapNanos, absences, inside);
    }

    /** The same behind other words. */
    Offer behind(Contiguity otherWord, OptionalLong otherGapNanos, List<Absence> otherAbsences) {
        return new Offer(step, taking, otherWord, otherGapNanos, otherAbsences, inside);
    }

    Offer inRun(Run run) {
        List<Run> more = new ArrayList<>(inside);
        more.add(run);
        return new Offer(step, taking, word, gapNanos, absences, more);
    }

    boolean isInside(String path) {
        return inside.stream().anyMatch(run -> run.path().equals(path));
    }
}
