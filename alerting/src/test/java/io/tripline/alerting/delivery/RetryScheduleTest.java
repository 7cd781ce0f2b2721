package io.tripline.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final List<Duration> PUBLISHED = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    @Test
    void waitsAsPublishedGiveOrTakeAFifth() {
        long seed = 42;
        RetrySchedule schedule = new RetrySchedule(new SplittableRandom(seed));
        for (int round = 0; round < 1_000; round++) {
            for (int failures = 1; failures <= PUBLISHED.size(); failures++) {
                Duration published = PUBLISHED.get(failures - 1);
                assertThat(schedule.delayAfter(failures).orElseThrow())
                        .as("seed %d", seed)
                        .isBetween(
                                published.multipliedBy(8).dividedBy(10),
                                published.multipliedBy(12).dividedBy(10));
            }
        }
    }

    @Test
    void endsAfterTheEighthFailure() {
        RetrySchedule schedule = new RetrySchedule(new SplittableRandom(1));
        assertThat(schedule.delayAfter(7)).isPresent();
        assertThat(schedule.delayAfter(8)).isEmpty();
    }
}
