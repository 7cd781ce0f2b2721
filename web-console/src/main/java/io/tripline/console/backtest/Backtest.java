package io.tripline.console.backtest;

import io.tripline.engine.backtest.BacktestProgress;
import io.tripline.engine.backtest.BacktestRun;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;

/** A backtest on its way or at its end. Any thread may look; what changes it holds the lock of the service. */
final class Backtest {

    private static final BacktestProgress DONE = new BacktestProgress(1, 0, 0, 0);

    private final String id;
    private final BacktestBody request;
    private final Instant createdAt;
    private BacktestState state = BacktestState.QUEUED;
    private Optional<BacktestRun> run = Optional.empty();
    private Optional<Future<?>> work = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();
    private Optional<Instant> finishedAt = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<ResultView> result = Optional.empty();

    Backtest(String id, BacktestBody request, Instant createdAt) {
        this.id = id;
        this.request = request;
        this.createdAt = createdAt;
    }

    /** One that was kept; it is not on its way any more. */
    static Backtest kept(BacktestView view) {
        Backtest backtest = new Backtest(view.id(), view.request(), Instant.parse(view.createdAt()));
        backtest.startedAt = view.startedAt().map(Instant::parse);
        backtest.finishedAt = view.finishedAt().map(Instant::parse);
        backtest.error = view.error();
        backtest.result = view.result();
        backtest.state = Arrays.stream(BacktestState.values())
                .filter(state -> state.wireName().equals(view.state()) && state.isFinished())
                .findFirst()
                .orElse(BacktestState.CANCELLED);
        if (backtest.state == BacktestState.CANCELLED && backtest.error.isEmpty()) {
            backtest.error = Optional.of("the node was stopped before it was done");
        }
        return backtest;
    }

    String id() {
        return id;
    }

    boolean isFinished() {
        return state.isFinished();
    }

    void queued(Future<?> future) {
        work = Optional.of(future);
    }

    void started(BacktestRun started) {
        run = Optional.of(started);
        state = BacktestState.RUNNING;
        startedAt = Optional.of(Instant.now());
    }

    void finished(BacktestState end, Optional<String> reason, Optional<ResultView> found) {
        state = end;
        error = reason;
        result = found;
        finishedAt = Optional.of(Instant.now());
        work = Optional.empty();
    }

    /** Ends it: at once where it waits, soon where it runs. */
    void cancel() {
        if (run.isPresent()) {
            run.get().cancel();
        } else {
            work.ifPresent(future -> future.cancel(false));
            finished(BacktestState.CANCELLED, Optional.of("it was cancelled"), Optional.empty());
        }
    }

    BacktestView view() {
        BacktestProgress progress = run.map(BacktestRun::progress)
                .orElse(state == BacktestState.DONE ? DONE : new BacktestProgress(0, 0, 0, -1));
        return new BacktestView(
                id,
                state.wireName(),
                createdAt.toString(),
                startedAt.map(Instant::toString),
                finishedAt.map(Instant::toString),
                error,
                request,
                progress,
                result);
    }
}
