package io.tripline.console.demo;

import io.tripline.examples.Attack;
import io.tripline.examples.PaymentEvent;
import io.tripline.examples.PaymentStream;
import io.tripline.examples.PaymentStreamOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sends payments at a pace a person can watch: first a lively part with an attack every few seconds, then a quiet one
 * that goes on for days. For one thread.
 */
final class DemoStream {

    private static final long TICK_MILLIS = 200;
    private static final Duration QUIET_LENGTH = Duration.ofDays(30);
    private static final int QUIET_EVENTS_PER_HOUR = 4 * 3_600;
    private static final Duration LONGEST_LIVELY_ATTACK = Duration.ofSeconds(10);
    private static final int MAX_BATCH = 500;

    private final DemoClient client;
    private final long seed;
    private final double speed;

    /** Who was seen in the lively part. The quiet part begins all lives anew, and two lives of one person would mix. */
    private final Set<String> lively = new HashSet<>();

    DemoStream(DemoClient client, long seed, double speed) {
        this.client = client;
        this.seed = seed;
        this.speed = speed;
    }

    /**
     * Sends the lively part.
     *
     * @param length of the part in event time; it takes that long divided by the speed, and ends about now
     * @return all attacks there were
     */
    List<Attack> lively(Duration length) throws IOException, InterruptedException {
        Duration taken = Duration.ofMillis((long) (length.toMillis() / speed));
        Instant start = Instant.now().plus(taken).minus(length);
        PaymentStream stream = new PaymentStream(
                PaymentStreamOptions.watchable(seed, start, length).withLongestAttack(LONGEST_LIVELY_ATTACK));
        play(stream, start, event -> lively.add(event.customer()));
        return List.copyOf(stream.attacks());
    }

    /** Sends the quiet part, until the thread is interrupted. */
    void quiet() throws IOException, InterruptedException {
        Instant start = Instant.now();
        // Another seed has other people: with the same one, most of the first minutes would be left out.
        PaymentStreamOptions options = new PaymentStreamOptions(
                seed + 1, start, QUIET_LENGTH, QUIET_EVENTS_PER_HOUR, 20, 40, Duration.ofSeconds(30), false);
        play(new PaymentStream(options), start, event -> {});
    }

    private void play(PaymentStream stream, Instant start, Consumer<PaymentEvent> sent)
            throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        boolean isLively = lively.isEmpty();
        List<String> due = new ArrayList<>();
        while (stream.hasNext()) {
            PaymentEvent event = stream.next();
            if (!isLively && lively.contains(event.customer())) {
                continue;
            }
            long dueNanos = (long) (Duration.between(start, event.at()).toNanos() / (isLively ? speed : 1));
            long waitMillis = (dueNanos - (System.nanoTime() - startNanos)) / 1_000_000;
            if (waitMillis > 0 || due.size() == MAX_BATCH) {
                post(due);
                Thread.sleep(Math.max(0, waitMillis < TICK_MILLIS ? TICK_MILLIS : waitMillis));
            }
            due.add(event.toJson());
            sent.accept(event);
        }
        post(due);
    }

    private void post(List<String> due) throws IOException, InterruptedException {
        if (!due.isEmpty()) {
            client.postEvents(String.join("\n", due));
            due.clear();
        }
    }
}
