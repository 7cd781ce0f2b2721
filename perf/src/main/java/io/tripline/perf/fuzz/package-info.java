/**
 * Texts that nobody would write, given to the compiler with Jazzer (libFuzzer in the JVM): any bytes, and texts made from
 * the grammar and from example files.
 *
 * <pre>
 *   FuzzCommand ── a process for each target ──▶ Jazzer ──▶ AnyTextFuzzer, ComposedTextFuzzer ──▶ TextPromises
 * </pre>
 */
package io.tripline.perf.fuzz;
