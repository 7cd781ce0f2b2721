package io.tripline.alerting.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again, as Standard Webhooks 1.0 proposes: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, each after the
 * failure before and up to a fifth shorter or longer, so that what failed together does not come back together.
 */
final class RetrySchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait; empty when nothing is left to try.
     *
     * @param failures so far, at least 1
     */
    Optional<Duration> delayAfter(int failures) {
        if (failures > DELAYS.size()) {
            return Optional.empty();
        }
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Optional.of(Duration.ofMillis(Math.round(DELAYS.get(failures - 1).toMillis() * factor)));
    }
}
