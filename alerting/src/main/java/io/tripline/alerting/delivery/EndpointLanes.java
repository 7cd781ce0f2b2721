package io.tripline.alerting.delivery;

import io.tripline.alerting.outbox.Outbox;
import io.tripline.alerting.webhook.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lanes of all enabled endpoints, and what wakes the dispatcher. Only the dispatcher calls {@link #refill}, {@link
 * #take} and {@link #await}; the lock is never held while the database is asked.
 */
final class EndpointLanes {

    /** How many deliveries a lane reads ahead. */
    private static final int READ_AHEAD = 200;

    private static final long LOOK_NANOS = 20_000_000;

    /** A delivery to try, from the lane it came from. */
    record Ticket(EndpointLane lane, long deliveryId) {}

    private final Outbox outbox;
    private final InstantSource clock;
    private final DeliveryOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Map<String, EndpointLane> lanes = new LinkedHashMap<>();
    private int requestsUnderWay;
    private boolean awake = true;
    private boolean refresh = true;
    private volatile boolean closed;

    EndpointLanes(Outbox outbox, InstantSource clock, DeliveryOptions options) {
        this.outbox = outbox;
        this.clock = clock;
        this.options = options;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        wake();
    }

    /** Something may be due, or an endpoint has changed. */
    void wake() {
        lock.lock();
        try {
            refresh = true;
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the lanes those of the enabled endpoints, and fills the empty ones that may send. */
    void refill() {
        if (takeRefresh()) {
            keepOnly(outbox.enabledEndpoints());
        }
        for (EndpointLane lane : lanesToFill()) {
            int readAhead = READ_AHEAD + requestsUnderWay(lane);
            List<Long> due = outbox.due(lane.endpointId(), readAhead);
            lock.lock();
            try {
                lane.refill(due);
            } finally {
                lock.unlock();
            }
        }
    }

    /** One delivery of the next lane that may send, which goes behind the others. */
    Optional<Ticket> take() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (closed || requestsUnderWay >= options.threads()) {
                return Optional.empty();
            }
            for (EndpointLane lane : List.copyOf(lanes.values())) {
                Optional<Long> delivery = lane.hasRoom(now) ? lane.take() : Optional.empty();
                if (delivery.isPresent()) {
                    requestsUnderWay++;
                    lanes.remove(lane.endpointId());
                    lanes.put(lane.endpointId(), lane);
                    return Optional.of(new Ticket(lane, delivery.get()));
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    Optional<Instant> answered(Ticket ticket, SendResult result, Instant now) {
        lock.lock();
        try {
            return ticket.lane().answered(result, now);
        } finally {
            lock.unlock();
        }
    }

    void done(Ticket ticket) {
        lock.lock();
        try {
            requestsUnderWay--;
            ticket.lane().done(ticket.deliveryId());
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something may have changed, at most the poll interval; then everything is worth a look. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            long left = options.pollInterval().toNanos();
            while (!awake && left > 0) {
                left = something.awaitNanos(left);
            }
            if (!awake) {
                refresh = true;
            }
            awake = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is under way and nothing could be sent now; gives whether it came to that in time. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long endNanos = System.nanoTime() + limit.toNanos();
            while (!isIdle()) {
                long left = endNanos - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                long unused = something.awaitNanos(Math.min(left, LOOK_NANOS));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        Instant now = clock.instant();
        return !refresh && lanes.values().stream().allMatch(lane -> lane.isIdle(now));
    }

    /** After a failure of the database: the dispatcher does nothing for a poll interval. */
    void pause() {
        lock.lock();
        try {
            long left = options.pollInterval().toNanos();
            while (!closed && left > 0) {
                left = something.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        awake = true;
        something.signalAll();
    }

    private boolean takeRefresh() {
        lock.lock();
        try {
            boolean wanted = refresh;
            refresh = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void keepOnly(List<String> endpointIds) {
        for (String endpointId : endpointIds) {
            if (!knows(endpointId)) {
                EndpointLane lane =
                        new EndpointLane(endpointId, options.requestsPerEndpoint(), outbox.failingSince(endpointId));
                lock.lock();
                try {
                    lanes.put(endpointId, lane);
                } finally {
                    lock.unlock();
                }
            }
        }
        lock.lock();
        try {
            lanes.keySet().retainAll(endpointIds);
            lanes.values().forEach(EndpointLane::lookAgain);
        } finally {
            lock.unlock();
        }
    }

    private boolean knows(String endpointId) {
        lock.lock();
        try {
            return lanes.containsKey(endpointId);
        } finally {
            lock.unlock();
        }
    }

    private int requestsUnderWay(EndpointLane lane) {
        lock.lock();
        try {
            return lane.requestsUnderWay();
        } finally {
            lock.unlock();
        }
    }

    private List<EndpointLane> lanesToFill() {
        lock.lock();
        try {
            Instant now = clock.instant();
            return lanes.values().stream()
                    .filter(lane -> lane.wantsMore() && lane.hasRoom(now))
                    .toList();
        } finally {
            lock.unlock();
        }
    }
}
