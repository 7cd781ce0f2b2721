/**
 * The engine alone: events in memory, one thread, answers compared with a plain calculation before a speed is believed.
 *
 * <pre>
 *   EngineCommand ── a process for each workload and engine ──▶ EngineProcess ──▶ Contender ──▶ Session
 *                                                                     │
 *                                     Workload: rules as text, Payments, expected Answers
 * </pre>
 *
 * <p>Everything but {@code EngineCommand} and {@code Tripline…} uses the JDK alone, so that other engines can be measured
 * in processes whose class path has only them.
 */
package io.tripline.perf.engine;
