package io.tripline.engine.oracle;

import java.math.BigDecimal;

/** Times of the random streams, told as seconds since their start. */
final class Seconds {

    /** When the random streams begin: 2026-03-01T10:00:00Z. */
    static final long START_NANOS = 1_772_359_200_000_000_000L;

    private Seconds() {}

    static String text(long timeNanos) {
        return BigDecimal.valueOf(timeNanos - START_NANOS, 9)
                        .stripTrailingZeros()
                        .toPlainString() + "s";
    }
}
