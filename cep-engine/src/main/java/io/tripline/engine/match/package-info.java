/**
 * Matching: walks along one key's events and keeps the partial matches.
 *
 * <pre>
 *   event ──► Matcher ──► for each PartialMatch, for each open Way: does the event fit? take it in a match of its own
 *                 │                  Capture ◄── Capture ◄── Capture   (shared by matches that began alike)
 *                 └──► the match that is complete, the preferred one of the earliest start
 * </pre>
 *
 * <p>The package is pure.
 */
package io.tripline.engine.match;
