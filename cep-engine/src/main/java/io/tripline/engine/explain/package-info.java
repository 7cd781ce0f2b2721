/**
 * Why there was an alert, found again in the journal: the node's rules, as they changed, over the node's events, with the
 * node's engine. Works in the thread that calls.
 */
package io.tripline.engine.explain;
