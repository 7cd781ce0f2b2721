/**
 * Which rules does an event concern? Found at the price of those rules, not of all.
 *
 * <pre>
 *   Interest ── ConjunctReader ──▶ predicates, each once, whoever uses it ── AccessChoice ──▶ EqualityTable, RangeTree
 *
 *   event ──▶ PredicateIndex.find: tables and trees give the predicates that hold ──▶ the rest of their conditions
 * </pre>
 *
 * <p>Knows events, values and expressions; nothing of rules, keys and matches.
 */
package io.tripline.engine.predicate;
