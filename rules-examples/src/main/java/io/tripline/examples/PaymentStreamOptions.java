package io.tripline.examples;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a stream is like. Equal options give equal streams.
 *
 * @param seed decides everything that is left to chance
 * @param start no event is before it
 * @param length no event is at or after {@code start + length}; every attack that begins ends before
 * @param eventsPerHour how many events of ordinary life an hour has on average
 * @param attacksPerHour how many attacks begin in an hour; the kinds take turns
 * @param nearMissesPerHour how many near misses begin in an hour; the kinds take turns
 * @param longestAttack an attack takes no longer, even where its rule would allow it; at least one second
 * @param dailyRhythm whether nights (in UTC) are quieter than evenings; attacks keep no hours
 */
public record PaymentStreamOptions(
        long seed,
        Instant start,
        Duration length,
        double eventsPerHour,
        double attacksPerHour,
        double nearMissesPerHour,
        Duration longestAttack,
        boolean dailyRhythm) {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    public PaymentStreamOptions {
        Objects.requireNonNull(start, "start");
        if (length.isNegative() || longestAttack.compareTo(A_SECOND) < 0) {
            throw new IllegalArgumentException("length " + length + ", longest attack " + longestAttack);
        }
        if (!(eventsPerHour >= 0 && attacksPerHour >= 0 && nearMissesPerHour >= 0)) {
            throw new IllegalArgumentException("a rate is negative");
        }
    }

    /** A bank of some size over days: 3,000 events an hour, an attack and three near misses every ten minutes. */
    public static PaymentStreamOptions realistic(long seed, Instant start, Duration length) {
        return new PaymentStreamOptions(seed, start, length, 3_000, 6, 18, Duration.ofMinutes(30), true);
    }

    /**
     * For somebody who watches in real time: 8 events a second, the first attack within seconds, a new one every
     * eight seconds, each over within twenty.
     */
    public static PaymentStreamOptions watchable(long seed, Instant start, Duration length) {
        return new PaymentStreamOptions(seed, start, length, 28_800, 450, 900, Duration.ofSeconds(20), false);
    }

    public PaymentStreamOptions withLongestAttack(Duration longest) {
        return new PaymentStreamOptions(
                seed, start, length, eventsPerHour, attacksPerHour, nearMissesPerHour, longest, dailyRhythm);
    }

    Instant end() {
        return start.plus(length);
    }
}
