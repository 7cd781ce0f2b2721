package io.tripline.examples;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The bank's customers. A customer whose episode has ended rests before the next one begins, longer than any rule looks
 * back or stays silent; when all are resting the bank wins a new customer.
 */
final class Population {

    /** The longest silence ({@code once per 1h}) and the longest match ({@code within 30m}) together. */
    private static final Duration REST = Duration.ofMinutes(91);

    private final long seed;
    private final List<Integer> free = new ArrayList<>();
    private final PriorityQueue<Resting> resting =
            new PriorityQueue<>(Comparator.comparing(Resting::until).thenComparing(Resting::number));
    private int size;

    private record Resting(int number, Instant until) {}

    Population(long seed, int initialSize) {
        this.seed = seed;
        while (size < initialSize) {
            free.add(size++);
        }
    }

    /** The number of some customer who has no episode at that time. */
    int pick(Draw draw, Instant at) {
        while (!resting.isEmpty() && !resting.peek().until().isAfter(at)) {
            free.add(resting.poll().number());
        }
        if (free.isEmpty()) {
            return size++;
        }
        int place = draw.number(0, free.size() - 1);
        int picked = free.get(place);
        int last = free.remove(free.size() - 1);
        if (place < free.size()) {
            free.set(place, last);
        }
        return picked;
    }

    Customer customer(int number) {
        return Customer.of(seed, number);
    }

    void restAfter(int number, Instant end) {
        resting.add(new Resting(number, end.plus(REST)));
    }
}
