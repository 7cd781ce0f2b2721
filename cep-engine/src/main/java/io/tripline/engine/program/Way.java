package io.tripline.engine.program;

import java.util.List;

/**
 * A way from where a match is to the step that takes the next event, or to the end.
 *
 * @param step the number of that step, or {@link #END}
 * @param moves in their order: out of repetitions, into a further round, past and into others
 */
public record Way(int step, List<Move> moves) {

    /** Stands for the end of the pattern. */
    public static final int END = -1;

    public Way {
        moves = List.copyOf(moves);
    }

    /** Whether it may be gone whatever the rounds. */
    public boolean isAlwaysOpen() {
        return moves.stream().allMatch(move -> move instanceof Move.Enter || move instanceof Move.Skip);
    }
}
