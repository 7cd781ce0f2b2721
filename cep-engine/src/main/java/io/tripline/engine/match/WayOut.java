package io.tripline.engine.match;

import io.tripline.engine.program.Loop;

/**
 * The way out of a repetition in the middle of a further round.
 *
 * @param loop the repetition
 * @param kept the match without that round; only what leads out of the repetition is open to it
 */
record WayOut(Loop loop, PartialMatch kept) {}
