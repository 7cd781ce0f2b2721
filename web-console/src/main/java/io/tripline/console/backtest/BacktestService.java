package io.tripline.console.backtest;

import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.backtest.BacktestException;
import io.tripline.engine.backtest.BacktestLimits;
import io.tripline.engine.backtest.BacktestResult;
import io.tripline.engine.backtest.BacktestRun;
import io.tripline.engine.backtest.BacktestSpec;
import io.tripline.engine.host.Node;
import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.JournalRemovedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs backtests beside the node, a few at a time, and keeps the newest. Safe for use by several threads. */
@Component
final class BacktestService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestService.class);

    /** So many may wait. */
    private static final int MOST_WAITING = 20;

    private static final long STOP_SECONDS = 10;

    private final Node node;
    private final JournalReader journal;
    private final BacktestFolder folder;
    private final int kept;
    private final double share;
    private final ThreadPoolExecutor threads;
    private final TreeMap<Long, Backtest> backtests = new TreeMap<>(Comparator.reverseOrder());
    private long newest;

    BacktestService(Node node, NodeSettings settings) {
        this.node = node;
        this.journal = node.history();
        this.folder = new BacktestFolder(settings.data().resolve("backtests"));
        this.kept = settings.backtestsKept();
        this.share = settings.backtestCpuPercent() / 100.0;
        this.threads = new ThreadPoolExecutor(
                settings.backtestsRunning(),
                settings.backtestsRunning(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                BacktestService::newThread);
        for (BacktestView view : folder.all()) {
            long number = Long.parseLong(view.id());
            backtests.put(number, Backtest.kept(view));
            newest = Math.max(newest, number);
        }
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "tripline-backtest");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins one, or puts it behind those that wait; empty when too many wait already.
     *
     * @throws RuntimeException when it cannot be run, as {@link io.tripline.engine.backtest.BacktestRequest#over} and
     *     {@link BacktestBody#request} say
     */
    Optional<BacktestView> submit(BacktestBody body) {
        BacktestSpec spec = body.request().over(journal);
        synchronized (backtests) {
            if (threads.getQueue().size() >= MOST_WAITING) {
                return Optional.empty();
            }
            newest++;
            Backtest backtest = new Backtest(String.valueOf(newest), body, Instant.now());
            backtests.put(newest, backtest);
            makeRoom();
            keep(backtest);
            backtest.queued(threads.submit(() -> run(backtest, spec)));
            return Optional.of(backtest.view());
        }
    }

    /** The oldest that are finished go. */
    private void makeRoom() {
        List<Backtest> finished = new ArrayList<>(
                backtests.values().stream().filter(Backtest::isFinished).toList());
        Collections.reverse(finished);
        for (Backtest old : finished) {
            if (backtests.size() <= kept) {
                return;
            }
            forget(old);
        }
    }

    private void forget(Backtest old) {
        backtests.remove(Long.valueOf(old.id()));
        try {
            folder.forget(old.id());
        } catch (IOException e) {
            LOG.warn("the files of backtest {} cannot be removed: {}", old.id(), e.getMessage());
        }
    }

    private void keep(Backtest backtest) {
        try {
            folder.keep(backtest.view());
        } catch (IOException e) {
            LOG.warn("backtest {} cannot be kept: {}", backtest.id(), e.getMessage());
        }
    }

    private void run(Backtest backtest, BacktestSpec spec) {
        BacktestRun run = new BacktestRun(journal, spec, BacktestLimits.DEFAULT, new CalmPace(node::ringUse, share));
        synchronized (backtests) {
            if (backtest.isFinished()) {
                return;
            }
            backtest.started(run);
        }
        try {
            BacktestResult result = run.run();
            folder.keepAlerts(backtest.id(), result.listed());
            finish(backtest, BacktestState.DONE, Optional.empty(), Optional.of(ResultView.of(result)));
        } catch (CancellationException e) {
            finish(backtest, BacktestState.CANCELLED, Optional.of("it was cancelled"), Optional.empty());
        } catch (InterruptedException e) {
            finish(backtest, BacktestState.CANCELLED, Optional.of("the node was stopped"), Optional.empty());
            Thread.currentThread().interrupt();
        } catch (BacktestException | JournalDamagedException | JournalRemovedException e) {
            finish(backtest, BacktestState.FAILED, Optional.of(e.getMessage()), Optional.empty());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.error("backtest {} failed", backtest.id(), e);
            finish(backtest, BacktestState.FAILED, Optional.of("it failed: " + e), Optional.empty());
        }
    }

    private void finish(Backtest backtest, BacktestState state, Optional<String> error, Optional<ResultView> result) {
        synchronized (backtests) {
            backtest.finished(state, error, result);
            keep(backtest);
        }
    }

    /** The newest first. */
    List<BacktestView> list() {
        synchronized (backtests) {
            return backtests.values().stream().map(each -> each.view().brief()).toList();
        }
    }

    Optional<BacktestView> find(String id) {
        synchronized (backtests) {
            return known(id).map(Backtest::view);
        }
    }

    private Optional<Backtest> known(String id) {
        return backtests.values().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Cancels one that is not finished, and forgets one that is; false when there is none. */
    boolean delete(String id) {
        synchronized (backtests) {
            Optional<Backtest> found = known(id);
            found.filter(Backtest::isFinished).ifPresent(this::forget);
            found.filter(backtest -> !backtest.isFinished()).ifPresent(backtest -> {
                backtest.cancel();
                keep(backtest);
            });
            return found.isPresent();
        }
    }

    /** Alerts of a backtest as JSON, from a place on. */
    AlertLines alerts(String id, AlertLines.Filter filter, long from, int limit) {
        try {
            return folder.alerts(id, filter, from, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("the alerts of backtest " + id + " cannot be read", e);
        }
    }

    /** Ends those that run. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a backtest has not ended within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
