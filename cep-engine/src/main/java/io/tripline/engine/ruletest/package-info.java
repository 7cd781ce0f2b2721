/**
 * Runs the tests that stand beside rules: events in, alerts or rows expected, on an engine of their own.
 *
 * <pre>
 *   TestPlan ──GivenEvents──► Engine (only the subject and what it needs) ──► alerts ──AlertComparison──► TestResult
 *                                                                            └─► rows ────EventComparison──┘
 * </pre>
 *
 * <p>The package is pure.
 */
package io.tripline.engine.ruletest;
