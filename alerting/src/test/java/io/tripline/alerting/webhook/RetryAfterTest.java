package io.tripline.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse(" 0 ", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 10:30:00 GMT", NOW)).contains(Duration.ofMinutes(30));
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 09:30:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void boundsWhatAReceiverMayAskFor() {
        assertThat(RetryAfter.parse("999999", NOW)).contains(Duration.ofDays(1));
        assertThat(RetryAfter.parse("99999999999999999999999", NOW)).contains(Duration.ofDays(1));
        assertThat(RetryAfter.parse("Mon, 01 Mar 2027 10:30:00 GMT", NOW)).contains(Duration.ofDays(1));
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(RetryAfter.parse("", NOW)).isEmpty();
        assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
    }
}
