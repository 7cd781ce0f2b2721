package io.tripline.engine.program;

import java.util.List;

/**
 * A repetition.
 *
 * @param number its place among the repetitions in the order of writing, outer before inner
 * @param place its place among all choices of the pattern in the order of writing, outer before inner
 * @param outer numbers of the repetitions it stands in, the outermost first
 * @param min rounds before the step after it is open
 * @param max rounds at most
 * @param reluctant whether fewer rounds are preferred to more
 * @param until the events that close it; empty where nothing is said
 */
public record Loop(
        int number, int place, List<Integer> outer, int min, int max, boolean reluctant, List<Filter> until) {
    public Loop {
        outer = List.copyOf(outer);
        until = List.copyOf(until);
    }
}
