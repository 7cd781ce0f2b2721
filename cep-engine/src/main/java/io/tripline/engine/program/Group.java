package io.tripline.engine.program;

import java.util.List;

/**
 * Members that come in any order.
 *
 * @param number its place among such groups in the order of writing
 * @param place its place among all choices of the pattern in the order of writing, outer before inner
 * @param outer numbers of the repetitions it stands in, the outermost first
 * @param members how many there are
 * @param required a bit for each member that may not be left out
 */
public record Group(int number, int place, List<Integer> outer, int members, long required) {
    public Group {
        outer = List.copyOf(outer);
    }
}
