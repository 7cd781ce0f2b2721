package io.tripline.engine.program;

import java.util.List;

/** What happens to a repetition on a way from one step to another, and whether it may. */
public sealed interface Move {

    Loop loop();

    /** Begins the first round. */
    record Enter(Loop loop) implements Move {}

    /** Begins a further round; there must be one left. */
    record NextRound(Loop loop) implements Move {}

    /** Goes on behind the repetition; it must have had its least number of rounds. */
    record Leave(Loop loop) implements Move {}

    /**
     * Goes on behind the repetition from the middle of a further round, which is given up: the match goes on as if the
     * round had not begun.
     *
     * @param endings the ways on which the round could end instead; one of them closes this way out
     */
    record GiveUp(Loop loop, List<List<Move>> endings) implements Move {
        public GiveUp {
            endings = List.copyOf(endings);
        }
    }

    /** Leaves the repetition out. */
    record Skip(Loop loop) implements Move {}
}
