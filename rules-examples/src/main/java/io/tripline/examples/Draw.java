package io.tripline.examples;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, in the units of the stream: cents, milliseconds, places in a list. */
final class Draw {

    private final SplittableRandom random;

    Draw(SplittableRandom random) {
        this.random = random;
    }

    /** A whole number from {@code least} to {@code most}. */
    int number(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of the choices, all different, in an order of their own. */
    <T> List<T> several(int count, List<T> choices) {
        List<T> left = new ArrayList<>(choices);
        List<T> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(left.remove(random.nextInt(left.size())));
        }
        return taken;
    }

    /** An amount from {@code least} to {@code most} cents; small ones are likelier, and prices like to end in 99 or 00. */
    BigDecimal amount(int leastCents, int mostCents) {
        double spread = Math.log((double) mostCents / leastCents);
        long cents = Math.round(leastCents * Math.exp(spread * random.nextDouble()));
        if (chance(0.25)) {
            cents = cents / 100 * 100 + (chance(0.5) ? 99 : 0);
        }
        return BigDecimal.valueOf(Math.max(leastCents, Math.min(mostCents, cents)), 2);
    }

    /** A time span between the two fractions of a whole. */
    Duration part(Duration whole, double least, double most) {
        return Duration.ofMillis((long) (whole.toMillis() * (least + (most - least) * random.nextDouble())));
    }

    /** Rising times, no two equal: the first is {@code start}, the last {@code start + span}. */
    List<Instant> times(Instant start, Duration span, int count) {
        long[] offsets = random.longs(Math.max(0, count - 2), 1, Math.max(2, span.toMillis()))
                .sorted()
                .toArray();
        List<Instant> times = new ArrayList<>();
        times.add(start);
        long previous = 0;
        for (int i = 0; i < offsets.length; i++) {
            long latest = span.toMillis() - (offsets.length - i);
            previous = Math.min(Math.max(offsets[i], previous + 1), latest);
            times.add(start.plusMillis(previous));
        }
        if (count > 1) {
            times.add(start.plus(span));
        }
        return times;
    }

    /** A chain of chance of its own, which no other use of this one disturbs. */
    Draw split() {
        return new Draw(random.split());
    }

    /** Time to the next of things that come {@code perHour} on average, independently of each other. */
    Duration untilNext(double perHour) {
        return hours(-Math.log(1 - random.nextDouble()) / perHour);
    }

    /** The same for things that come at a nearly even pace. */
    Duration evenlyUntilNext(double perHour) {
        return hours((0.8 + 0.4 * random.nextDouble()) / perHour);
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis((long) Math.min(1e15, Math.ceil(hours * 3_600_000)));
    }
}
