package io.tripline.engine.program;

/**
 * {@code without X between a and b}.
 *
 * @param number its place among them
 * @param from the step with whose latest event the gap begins
 * @param to the step with whose first event it ends
 */
public record Without(int number, Filter forbidden, int from, int to) {}
