/**
 * What rules would have said about the history that a journal holds, and how that differs from what others say.
 *
 * <pre>
 *   BacktestRequest ──► BacktestSpec ──► BacktestRun ──► BacktestResult
 *                                          │  JournalReader ─► LabelBook        first, where there are labels
 *                                          └  JournalReader ─► Contender ×2     JournalFeed ─► Engine ─► AlertTally
 * </pre>
 *
 * <p>The engine is the node's, and reads the same events at the same positions, so an alert of a backtest has the id that
 * the node gives it. It reads from where the journal begins: the range that was asked for says which alerts count, not
 * what the rules know. A run works in the thread that calls it; how fast it may go is said by a {@link
 * io.tripline.engine.backtest.Pace}.
 */
package io.tripline.engine.backtest;
