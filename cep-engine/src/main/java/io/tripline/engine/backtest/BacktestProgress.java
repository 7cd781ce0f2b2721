package io.tripline.engine.backtest;

/**
 * How far a run has come.
 *
 * @param fraction from 0 to 1
 * @param events that the rules have seen
 * @param eventsPerSecond since the rules saw the first one
 * @param remainingSeconds as it looks now; -1 while nobody knows
 */
public record BacktestProgress(double fraction, long events, double eventsPerSecond, double remainingSeconds) {

    static final BacktestProgress START = new BacktestProgress(0, 0, 0, -1);
}
