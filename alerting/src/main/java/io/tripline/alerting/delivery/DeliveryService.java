package io.tripline.alerting.delivery;

import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.model.Endpoint;
import io.tripline.alerting.model.TestResult;
import io.tripline.alerting.outbox.Dispatch;
import io.tripline.alerting.outbox.Endpoints;
import io.tripline.alerting.outbox.Outbox;
import io.tripline.alerting.webhook.SendResult;
import io.tripline.alerting.webhook.WebhookMessage;
import io.tripline.alerting.webhook.WebhookSender;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Sends what the outbox holds, at least once each. What was under way when the node stopped is sent again with the same
 * {@code webhook-id} and the same body. Safe for use by several threads.
 */
public final class DeliveryService implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeliveryService.class.getName());
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final Endpoints endpoints;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final DeliveryOptions options;
    private final RetrySchedule schedule;
    private final Consumer<Endpoint> endpointDisabled;
    private final EndpointLanes lanes;
    private final ExecutorService threads;
    private final Thread dispatcher;
    private final Map<DeliveryState, LongAdder> attempts = Map.of(
            DeliveryState.DELIVERED, new LongAdder(),
            DeliveryState.PENDING, new LongAdder(),
            DeliveryState.DEAD, new LongAdder());

    /**
     * Nothing is sent before {@link #start}.
     *
     * @param random decides the jitter
     * @param endpointDisabled is told when an endpoint is given up
     */
    public DeliveryService(
            Outbox outbox,
            Endpoints endpoints,
            WebhookSender sender,
            InstantSource clock,
            DeliveryOptions options,
            RandomGenerator random,
            Consumer<Endpoint> endpointDisabled) {
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.sender = sender;
        this.clock = clock;
        this.options = options;
        this.schedule = new RetrySchedule(random);
        this.endpointDisabled = endpointDisabled;
        this.lanes = new EndpointLanes(outbox, clock, options);
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                options.threads(), run -> daemon(run, "webhook-" + number.incrementAndGet()));
        this.dispatcher = daemon(this::dispatch, "webhook-dispatcher");
    }

    public void start() {
        dispatcher.start();
    }

    /** Says that something may be due, or that an endpoint has changed. */
    public void wake() {
        lanes.wake();
    }

    /** Sends an {@code alert.test} now, on the caller's thread; empty when there is no endpoint of that id. */
    public Optional<TestResult> test(String endpointId) {
        return endpoints.target(endpointId).map(target -> {
            SendResult result = sender.send(TestMessage.to(target, clock.instant()));
            return new TestResult(result.delivered(), result.status(), result.durationMillis(), result.error());
        });
    }

    /** How tries have ended so far. */
    public AttemptCounts attempts() {
        return new AttemptCounts(
                attempts.get(DeliveryState.DELIVERED).sum(),
                attempts.get(DeliveryState.PENDING).sum(),
                attempts.get(DeliveryState.DEAD).sum());
    }

    /**
     * Waits until what is due has been tried, at most so long: before a stop, so that what has just been found is told. A
     * receiver that fails is not waited for.
     *
     * @return whether all that is due had been tried in time
     */
    public boolean flush(Duration limit) throws InterruptedException {
        return !dispatcher.isAlive() || lanes.awaitIdle(limit);
    }

    /** Lets what is under way end for a moment, then breaks it off. */
    @Override
    public void close() {
        lanes.close();
        threads.shutdown();
        try {
            dispatcher.join();
            if (!threads.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.INFO, "deliveries that are under way are broken off and sent again after the next start");
            }
            sender.close();
            threads.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            sender.close();
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        while (!lanes.isClosed()) {
            try {
                lanes.refill();
                Optional<EndpointLanes.Ticket> ticket = lanes.take();
                while (ticket.isPresent()) {
                    EndpointLanes.Ticket taken = ticket.get();
                    threads.execute(() -> deliver(taken));
                    ticket = lanes.take();
                }
                lanes.await();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "deliveries wait: " + e.getMessage(), e);
                lanes.pause();
            }
        }
    }

    private void deliver(EndpointLanes.Ticket ticket) {
        try {
            Optional<Dispatch> dispatch = outbox.load(ticket.deliveryId());
            if (dispatch.isPresent()) {
                send(ticket, dispatch.get());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "delivery " + ticket.deliveryId() + " waits: " + e.getMessage(), e);
            lanes.pause();
        } finally {
            lanes.done(ticket);
        }
    }

    private void send(EndpointLanes.Ticket ticket, Dispatch dispatch) {
        SendResult result = sender.send(
                new WebhookMessage(dispatch.url(), dispatch.secret(), dispatch.webhookId(), dispatch.body()));
        if (lanes.isClosed() && !result.delivered()) {
            // Broken off by us, which says nothing about the receiver.
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> failingSince = lanes.answered(ticket, result, now);
        AttemptOutcome outcome = AttemptOutcome.of(result, dispatch.tries(), now, schedule);
        outbox.record(outcome.record(dispatch, result, failingSince));
        attempts.get(outcome.state()).increment();
        if (outcome.gone()) {
            disable(dispatch.endpointId(), "the receiver answered 410 Gone");
        } else if (failingSince.isPresent() && !now.isBefore(failingSince.get().plus(options.disableAfter()))) {
            disable(
                    dispatch.endpointId(),
                    "nothing has got through since " + failingSince.get() + "; last: "
                            + result.error().orElse(""));
        }
    }

    private void disable(String endpointId, String reason) {
        endpoints.disable(endpointId, reason).ifPresent(endpoint -> {
            LOG.log(Level.WARNING, "webhook endpoint {0} ({1}) is disabled: {2}", endpointId, endpoint.name(), reason);
            endpointDisabled.accept(endpoint);
        });
    }

    private static Thread daemon(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }
}
