/**
 * Sliding windows: the features of one key, kept up to date event by event and never computed anew.
 *
 * <pre>
 *   event ──► Feature (which events, which value) ──► FeatureWindows (of one key) ──► SlidingWindow
 *                                                              ▲ readings at the event under test
 * </pre>
 *
 * <p>The package is pure.
 */
package io.tripline.engine.window;
