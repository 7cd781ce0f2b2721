package io.tripline.alerting.store;

import io.tripline.alerting.model.StoredAlert;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells subscribers of changed alerts after they are committed. A subscriber reads from the database at its own pace, on
 * a thread that lives while there is something for it; neither the store nor another subscriber waits for it.
 */
public final class AlertFeed implements AutoCloseable {

    /** More subscriptions at a time are refused. */
    public static final int MAX_SUBSCRIPTIONS = 200;

    private static final Logger LOG = System.getLogger(AlertFeed.class.getName());
    private static final int ALERTS_AT_A_TIME = 200;
    private static final int IDLE_SECONDS = 10;

    private final Alerts alerts;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    public AlertFeed(Alerts alerts) {
        this.alerts = alerts;
        AtomicInteger number = new AtomicInteger();
        // A subscription runs at most once at a time, so there are never more runs than subscriptions.
        this.threads = new ThreadPoolExecutor(
                0, 2 * MAX_SUBSCRIPTIONS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), run -> {
                    Thread thread = new Thread(run, "alert-feed-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Hands over the changes after a number, those there are already first.
     *
     * @throws IllegalStateException when there are too many subscriptions
     */
    public FeedSubscription subscribe(long afterNumber, FeedListener listener) {
        if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
            throw new IllegalStateException("there are " + MAX_SUBSCRIPTIONS + " subscriptions to alerts already");
        }
        Subscription subscription = new Subscription(afterNumber, listener);
        subscriptions.add(subscription);
        subscription.signal();
        return subscription;
    }

    /** Says that there may be new changes; does not wait for anybody. */
    public void signal() {
        subscriptions.forEach(Subscription::signal);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        threads.shutdownNow();
    }

    private final class Subscription implements FeedSubscription {

        private final FeedListener listener;
        /** Signals not yet answered; whoever raises it from 0 starts the run. */
        private final AtomicInteger signals = new AtomicInteger();

        private volatile boolean closed;
        private long number;

        Subscription(long afterNumber, FeedListener listener) {
            this.number = afterNumber;
            this.listener = listener;
        }

        void signal() {
            if (!closed && signals.getAndIncrement() == 0) {
                threads.execute(this::run);
            }
        }

        private void run() {
            int answered;
            do {
                answered = signals.get();
                try {
                    catchUp();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "a subscription to alerts ends: " + e.getMessage(), e);
                    close();
                }
            } while (!signals.compareAndSet(answered, 0));
        }

        private void catchUp() {
            List<StoredAlert> changed;
            do {
                if (closed) {
                    return;
                }
                changed = alerts.changedAfter(number, ALERTS_AT_A_TIME);
                if (!changed.isEmpty()) {
                    listener.changed(changed);
                    number = changed.get(changed.size() - 1).number();
                }
            } while (changed.size() == ALERTS_AT_A_TIME);
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
            subscriptions.remove(this);
        }
    }
}
