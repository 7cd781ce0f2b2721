package io.tripline.engine.program;

/**
 * A repetition.
 *
 * @param number its place in the order of writing, outer before inner
 * @param lastInner number of the last repetition inside it; its own when there is none
 * @param min rounds before the step after it is open
 * @param max rounds at most
 */
public record Loop(int number, int lastInner, int min, int max) {}
