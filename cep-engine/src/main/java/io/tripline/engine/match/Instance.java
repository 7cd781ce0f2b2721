package io.tripline.engine.match;

import java.util.List;

/**
 * One run of a repetition.
 *
 * @param loop its number
 * @param outerRounds the rounds of the repetitions it stands in
 */
record Instance(int loop, List<Integer> outerRounds) {}
