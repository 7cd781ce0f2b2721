package io.tripline.alerting.delivery;

import io.tripline.alerting.model.DeliveryAttempt;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.outbox.AttemptRecord;
import io.tripline.alerting.outbox.Dispatch;
import io.tripline.alerting.webhook.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from one try.
 *
 * @param state of the delivery
 * @param nextAttemptAt while it is pending
 * @param gone whether the receiver said that it is there no more
 */
record AttemptOutcome(DeliveryState state, Optional<Instant> nextAttemptAt, boolean gone) {

    private static final int GONE = 410;

    /** A wish of the receiver to wait can only make the wait longer. */
    static AttemptOutcome of(SendResult result, int failuresBefore, Instant now, RetrySchedule schedule) {
        if (result.delivered()) {
            return new AttemptOutcome(DeliveryState.DELIVERED, Optional.empty(), false);
        }
        if (result.hasStatus(GONE)) {
            return new AttemptOutcome(DeliveryState.DEAD, Optional.empty(), true);
        }
        Optional<Duration> delay = schedule.delayAfter(failuresBefore + 1);
        if (delay.isEmpty()) {
            return new AttemptOutcome(DeliveryState.DEAD, Optional.empty(), false);
        }
        Duration wished = result.retryAfter().orElse(Duration.ZERO);
        Duration wait = wished.compareTo(delay.get()) > 0 ? wished : delay.get();
        return new AttemptOutcome(DeliveryState.PENDING, Optional.of(now.plus(wait)), false);
    }

    AttemptRecord record(Dispatch dispatch, SendResult result, Optional<Instant> failingSince) {
        DeliveryAttempt attempt =
                new DeliveryAttempt(result.at(), result.status(), result.durationMillis(), result.error());
        return new AttemptRecord(dispatch, attempt, state, nextAttemptAt, failingSince);
    }
}
