/**
 * Backtests over HTTP: asked for, queued, run a few at a time beside the node, and kept as files.
 *
 * <pre>
 *   BacktestsController ──► BacktestService ──► BacktestRun      threads of its own, at the pace of CalmPace
 *        BacktestBody            └─► BacktestFolder              backtests/7.json, backtests/7.alerts.ndjson
 * </pre>
 *
 * <p>The command line uses {@code BacktestBody}, {@code ResultView} and {@code BacktestText} too: what it prints over a
 * stopped node's directory is what a running node answers. Results can be had again from the journal, so they are files
 * and burden no database.
 */
package io.tripline.console.backtest;
