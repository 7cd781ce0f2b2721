/**
 * Plans told to people: a rule in plain English, and its states as a graph.
 *
 * <pre>
 *   RulePlan ──RuleProse──► sentences      (PatternProse, ExpressionProse, FeatureProse, DurationWords)
 *       └──────StateGraphBuilder──► StateGraph ──DotWriter──► Graphviz
 * </pre>
 *
 * <p>Reads plans only, so what it says is what the engine runs.
 */
package io.tripline.dsl.explain;
