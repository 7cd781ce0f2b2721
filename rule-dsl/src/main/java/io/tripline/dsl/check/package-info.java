/**
 * Syntax records to a plan: names are resolved, types found, conversions put in. What is wrong with a text is said as
 * values, never as exceptions.
 *
 * <pre>
 *   ParsedFile ──RuleSetChecker──► EventChecker ──► EventSchema ──────────────────────────┐
 *                       │                                                                 ▼
 *                       └────────► RuleChecker ──► PatternChecker, KeyChecker ──► RuleSetPlan
 *                                       └────────► ExpressionChecker ──► ReferenceChecker  (what a name means here)
 *                                                          ├───────────► ComparisonChecker, ArithmeticChecker
 *                                                          └───────────► AggregateChecker  (steps and windows)
 * </pre>
 *
 * <p>A checker that finds a mistake reports it and answers with nothing; what is made of nothing is nothing, silently. So
 * one mistake gives one error.
 */
package io.tripline.dsl.check;
