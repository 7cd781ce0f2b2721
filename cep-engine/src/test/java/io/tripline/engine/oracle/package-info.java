/**
 * The reference for the engine's answers: a small, slow interpreter of the rule language, written from the normative
 * text and not from the engine. It sorts the events, walks along them as the text says, and keeps whole matches.
 *
 * <pre>
 *   RandomCase ── rule text ──► RuleCompiler ──► plan ──┬──► Oracle ──► standing alerts ─┐
 *        └─────── events ──────────────────────────────┴──► Engine ──► outcomes, folded ─┴──► equal?
 * </pre>
 *
 * <p>Here a missing value is a null: a value is an object and nothing more.
 */
package io.tripline.engine.oracle;
