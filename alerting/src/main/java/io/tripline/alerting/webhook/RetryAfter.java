package io.tripline.alerting.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or an HTTP date. */
final class RetryAfter {

    /** A receiver may ask for a day; what asks for more gets a day. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** How long to wait; empty when the header cannot be read. */
    static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(
                    text.length() > MAX_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, until)));
        } catch (DateTimeException e) {
            // Whatever else a receiver writes there is no wish that could be honoured.
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
