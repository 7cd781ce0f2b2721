/**
 * Values while they are computed: whole numbers, exact decimals, floats and bytes in one mutable holder, so that
 * evaluating an expression allocates nothing.
 *
 * <p>The package is pure and knows events and types only.
 */
package io.tripline.engine.value;
