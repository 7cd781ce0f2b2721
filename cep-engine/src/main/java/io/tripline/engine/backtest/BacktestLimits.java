package io.tripline.engine.backtest;

import io.tripline.engine.core.EngineLimits;

/**
 * What bounds the memory of a backtest.
 *
 * @param alerts that rules may raise in the range; past it the backtest ends with an error
 * @param listedAlerts that are kept with what they say, of the candidate and of the rules it is compared with; past it
 *     alerts are only counted
 * @param keys whose alerts are counted for each; past it those of further keys are not
 * @param shownKeys of these, how many a result has: those with the most alerts
 * @param labels that may be known
 * @param engine the limits of the engines, which should be the node's: they decide about alerts too
 */
public record BacktestLimits(int alerts, int listedAlerts, int keys, int shownKeys, int labels, EngineLimits engine) {

    public static final BacktestLimits DEFAULT =
            new BacktestLimits(1_000_000, 10_000, 200_000, 100, 5_000_000, EngineLimits.DEFAULT);

    public BacktestLimits {
        if (alerts < 1 || listedAlerts < 0 || keys < 1 || shownKeys < 0 || labels < 1) {
            throw new IllegalArgumentException("a limit of backtests is too small");
        }
    }
}
