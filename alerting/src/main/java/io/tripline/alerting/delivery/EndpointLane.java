package io.tripline.alerting.delivery;

import io.tripline.alerting.webhook.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The deliveries of one endpoint that are next, and how well it answers. An endpoint that fails gets one request at a
 * time, and with each further failure in a row longer pauses, whatever is due: a receiver that is down is not beaten,
 * and its deliveries do not use up their tries. Guarded by the service's lock.
 */
final class EndpointLane {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration OVERLOADED_PAUSE = Duration.ofSeconds(5);
    private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);

    private final String endpointId;
    private final int mostRequests;
    private final Deque<Long> next = new ArrayDeque<>();
    private final Set<Long> underWay = new HashSet<>();
    private Optional<Instant> failingSince;
    private Instant pausedUntil = Instant.MIN;
    private int failuresInARow;
    private boolean worthALook = true;

    EndpointLane(String endpointId, int mostRequests, Optional<Instant> failingSince) {
        this.endpointId = endpointId;
        this.mostRequests = mostRequests;
        this.failingSince = failingSince;
    }

    String endpointId() {
        return endpointId;
    }

    /** Whether another request may be begun. */
    boolean hasRoom(Instant now) {
        int most = failuresInARow > 0 ? 1 : mostRequests;
        return underWay.size() < most && !now.isBefore(pausedUntil);
    }

    /** Says that the outbox may hold more. */
    void lookAgain() {
        worthALook = true;
    }

    /** Whether the outbox should be asked for more. */
    boolean wantsMore() {
        return next.isEmpty() && worthALook;
    }

    /** Whether it has nothing that could be sent now. */
    boolean isIdle(Instant now) {
        return underWay.isEmpty() && (!hasRoom(now) || next.isEmpty() && !worthALook);
    }

    int requestsUnderWay() {
        return underWay.size();
    }

    /** Takes what the outbox gave; what is under way already is passed over. */
    void refill(List<Long> due) {
        due.stream().filter(delivery -> !underWay.contains(delivery)).forEach(next::add);
        worthALook = !next.isEmpty();
    }

    /** The next delivery, which is under way from now on. */
    Optional<Long> take() {
        Optional<Long> delivery = Optional.ofNullable(next.poll());
        delivery.ifPresent(underWay::add);
        return delivery;
    }

    /** A delivery is under way no more; one that waited for it may be due now. */
    void done(long delivery) {
        underWay.remove(delivery);
        worthALook = true;
    }

    /** Learns from an answer; gives since when nothing has got through. */
    Optional<Instant> answered(SendResult result, Instant now) {
        if (result.delivered()) {
            failuresInARow = 0;
            pausedUntil = Instant.MIN;
            failingSince = Optional.empty();
            return failingSince;
        }
        failuresInARow++;
        failingSince = Optional.of(failingSince.orElse(now));
        Instant until = now.plus(pause(result));
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        return failingSince;
    }

    private Duration pause(SendResult result) {
        Duration pause = Duration.ZERO;
        if (failuresInARow > 1) {
            int doublings = Math.min(failuresInARow - 2, 6);
            pause = min(FIRST_PAUSE.multipliedBy(1L << doublings), LONGEST_PAUSE);
        }
        if (result.status().filter(OVERLOADED::contains).isPresent()) {
            pause = max(pause, max(OVERLOADED_PAUSE, result.retryAfter().orElse(Duration.ZERO)));
        }
        return pause;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
