package io.tripline.console.backtest;

import io.tripline.engine.backtest.BacktestProgress;
import java.util.Optional;

/**
 * A backtest as it is answered and kept.
 *
 * @param state queued, running, done, failed or cancelled
 * @param error why it failed
 */
record BacktestView(
        String id,
        String state,
        String createdAt,
        Optional<String> startedAt,
        Optional<String> finishedAt,
        Optional<String> error,
        BacktestBody request,
        BacktestProgress progress,
        Optional<ResultView> result) {

    /** As in a list: without the texts of rule files, days and keys. */
    BacktestView brief() {
        return new BacktestView(
                id,
                state,
                createdAt,
                startedAt,
                finishedAt,
                error,
                request.withoutTexts(),
                progress,
                result.map(ResultView::brief));
    }
}
