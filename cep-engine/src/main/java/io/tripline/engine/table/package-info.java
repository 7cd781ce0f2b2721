/**
 * Lists and tables: what rules look up beside the events of their key.
 *
 * <p>A change counts for the inputs behind the one that made it. What is looked up for an event is therefore what was
 * known when the event arrived, also when its key is gone over again because of a late event: older versions are kept
 * for as long as an event that arrived before the newer ones may be looked at again.
 *
 * <p>The package is pure.
 */
package io.tripline.engine.table;
