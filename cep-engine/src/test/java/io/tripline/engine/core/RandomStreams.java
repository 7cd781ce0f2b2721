package io.tripline.engine.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Streams of letters made by chance: several keys and sources, times that often coincide, some out of order. */
final class RandomStreams {

    private RandomStreams() {}

    /** Rules that use everything there is. */
    static final String RULES = """
            rule a_filter { on x: A when v > 6 alert "{x.v}" }
            rule b_count { by k on x: A[v > 2] when count(A) over 10s > 3 alert "{count(A) over 10s} {sum(A.v) over 5s}" once per 4s }
            rule c_features { by k on x: B alert "{avg(A.v) over 9s} {min(B.v) over 7s} {max(A.v) over 8s} {distinct(C.v) over 20s}" }
            rule d_pair { by k match a: A then b: B[v > a.v] within 8s alert "{a.v} {b.v}" }
            rule e_repeat { by k match a: A{2,} then b: B[v > avg(a.v)] within 12s alert "{count(a)} {avg(a.v)} {distinct(a.v)}" }
            rule f_forks { by k match a: A{1,2} then b: A+ then c: C within 15s alert "{count(a)} {count(b)}" once per 3s }
            rule g_optional { by k match a: A? then b: B? then c: C[v >= b.v or b.v is missing] within 9s alert "{a.v} {b.v} {c.v}" }
            rule h_single { match a: D then b: E[v > (max(D.v) over 10s)] alert "{b.v}" }
            """;

    /**
     * A stream.
     *
     * @param jitterSeconds how far out of order an event may be
     */
    static List<String> events(SplittableRandom random, int count, int sources, int jitterSeconds) {
        List<String> events = new ArrayList<>();
        long halfSeconds = 0;
        for (int i = 0; i < count; i++) {
            halfSeconds += random.nextInt(3);
            long half = Math.max(0, halfSeconds - random.nextInt(2 * jitterSeconds + 1));
            char letter = "AAABBCCDE".charAt(random.nextInt(9));
            String value = random.nextInt(8) == 0 ? "" : "" + random.nextInt(9);
            events.add(String.format(
                    Locale.ROOT,
                    "%s%s/%s@%s#%d",
                    letter,
                    value,
                    "xyz".charAt(random.nextInt(3)),
                    BigDecimal.valueOf(5 * half, 1),
                    random.nextInt(sources)));
        }
        return events;
    }
}
