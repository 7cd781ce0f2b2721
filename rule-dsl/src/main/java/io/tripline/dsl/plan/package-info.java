/**
 * The plan of a rule set: what the rules say, resolved, typed and checked, free of any parser. Sealed and immutable;
 * the engine, the oracle and the console read it and nothing else.
 */
package io.tripline.dsl.plan;
