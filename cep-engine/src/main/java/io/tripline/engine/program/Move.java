package io.tripline.engine.program;

/** What happens to a repetition or a group on a way from one step to another, and whether it may. */
public sealed interface Move {

    /** Begins the first round. */
    record Enter(Loop loop) implements Move {}

    /** Begins a further round; there must be one left. */
    record NextRound(Loop loop) implements Move {}

    /** Goes on behind the repetition; it must have had its least number of rounds. */
    record Leave(Loop loop) implements Move {}

    /** Leaves the repetition out. */
    record Skip(Loop loop) implements Move {}

    /** Goes past a repetition that may be left out, and stands in an alternative that is not the one chosen. */
    record Bypass(Loop loop) implements Move {}

    /**
     * Goes into one of several alternatives.
     *
     * @param option from 0, from the left
     */
    record Choose(Fork fork, int option) implements Move {}

    /** Goes into an any-order group by one of its members. */
    record Begin(Group group, int member) implements Move {}

    /** Goes to a member that has not been taken yet. */
    record Join(Group group, int member) implements Move {}

    /** Goes on behind an any-order group; what is not taken must be such that it may be left out. */
    record Finish(Group group) implements Move {}

    /** Leaves an any-order group out. */
    record Omit(Group group) implements Move {}
}
