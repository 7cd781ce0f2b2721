package io.tripline.engine.program;

import java.util.List;

/**
 * Where one of several alternatives is chosen.
 *
 * @param place its place among all choices of the pattern in the order of writing, outer before inner
 * @param outer numbers of the repetitions it stands in, the outermost first
 */
public record Fork(int place, List<Integer> outer) {
    public Fork {
        outer = List.copyOf(outer);
    }
}
