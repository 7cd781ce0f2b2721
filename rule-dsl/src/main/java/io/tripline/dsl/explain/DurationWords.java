package io.tripline.dsl.explain;

import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words: {@code 1 hour 30 minutes}. */
final class DurationWords {

    private static final String[] UNITS = {"day", "hour", "minute", "second", "millisecond"};
    private static final long[] NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L
    };

    private DurationWords() {}

    static String of(long nanos) {
        List<String> words = new ArrayList<>();
        long rest = nanos;
        for (int unit = 0; unit < UNITS.length; unit++) {
            long count = rest / NANOS[unit];
            rest %= NANOS[unit];
            if (count != 0) {
                words.add(count + " " + UNITS[unit] + (Math.abs(count) == 1 ? "" : "s"));
            }
        }
        return words.isEmpty() ? "no time" : String.join(" ", words);
    }
}
