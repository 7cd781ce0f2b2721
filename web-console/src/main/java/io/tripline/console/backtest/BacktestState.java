package io.tripline.console.backtest;

import java.util.Locale;

/** Where a backtest is on its way. */
enum BacktestState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    boolean isFinished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
