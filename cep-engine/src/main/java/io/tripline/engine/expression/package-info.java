/**
 * Expressions made ready to run: from the plan's records to small objects that read binary events and compute without
 * allocating. Evaluating never throws: what overflows or has no answer is missing.
 *
 * <p>Compiled expressions hold the places for what they compute, so those of one engine are used by one thread at a
 * time. The package is pure.
 */
package io.tripline.engine.expression;
