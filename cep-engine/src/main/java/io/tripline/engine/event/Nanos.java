package io.tripline.engine.event;

import java.time.Instant;

/**
 * Times as nanoseconds since 1970 in a {@code long}. Event times are kept between {@link #MIN} and {@link #MAX}, so that
 * a time plus or minus the longest window a rule may have never overflows.
 */
public final class Nanos {

    /** 1900-01-01T00:00:00Z. */
    public static final long MIN = -2_208_988_800_000_000_000L;

    /** 2200-01-01T00:00:00Z. */
    public static final long MAX = 7_258_118_400_000_000_000L;

    private static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /**
     * The instant in nanoseconds.
     *
     * @throws ArithmeticException when it is not between {@link #MIN} and {@link #MAX}
     */
    public static long of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < MIN / PER_SECOND || second >= MAX / PER_SECOND) {
            throw new ArithmeticException("not between the years 1900 and 2199");
        }
        return second * PER_SECOND + instant.getNano();
    }

    /** The instant in nanoseconds, for one that was computed from an event time and a window. */
    public static long ofAny(Instant instant) {
        return instant.getEpochSecond() * PER_SECOND + instant.getNano();
    }

    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }
}
