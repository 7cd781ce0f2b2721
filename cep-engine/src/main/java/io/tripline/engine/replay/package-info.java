/**
 * Inputs of a journal, given once more to an engine: with the rules that the journal has at each place, or with others.
 *
 * <pre>
 *   JournalEntry ──► JournalFeed ──► Engine
 *                      EventTranslator: events written for one catalogue, as another wants them
 * </pre>
 *
 * <p>Backtests, explanations and warm starts all go this way. The package is pure.
 */
package io.tripline.engine.replay;
