package io.tripline.perf.oracle;

import io.tripline.engine.oracle.RandomPairs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The random pairs of the engine's test, in bulk. */
@Command(
        name = "oracle",
        description =
                "Random rules and streams: does the engine answer as the oracle does? Ends with 1 when it does not.")
public final class OracleCommand implements Callable<Integer> {

    /** A thread takes so many at a time, as neighbours have the same rules. */
    private static final int CHUNK = 60;

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(30);

    @Option(names = "--pairs", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
    private long pairs;

    @Option(names = "--seed", description = "of the first pair, the next one has the next (default: the time)")
    private Long seed;

    @Option(names = "--minutes", defaultValue = "60", description = "at most (default: ${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--threads", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(
            names = "--differences",
            defaultValue = "10",
            description = "stop after so many, each is printed with its smallest case (default: ${DEFAULT-VALUE})")
    private int mostDifferences;

    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicInteger differences = new AtomicInteger();

    @Override
    public Integer call() throws InterruptedException {
        long first = seed == null ? System.currentTimeMillis() : seed;
        next.set(first);
        System.out.printf("%,d pairs from --seed %d%n", pairs, first);
        long start = System.nanoTime();
        long end = start + Math.round(minutes * Duration.ofMinutes(1).toNanos());
        List<RandomPairs> parts = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            RandomPairs part = new RandomPairs();
            parts.add(part);
            workers.add(new Thread(() -> run(part, first + pairs, end), "pairs-" + i));
        }
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                worker.join(BETWEEN_REPORTS.toMillis());
                report(start);
            }
        }
        RandomPairs all = new RandomPairs();
        parts.forEach(all::add);
        System.out.println(all.summary());
        System.out.printf(
                "%,d pairs answered alike, %d differently; %.0f pairs/s%n",
                all.equal(), differences.get(), pairsPerSecond(start));
        return differences.get() == 0 ? 0 : 1;
    }

    private void run(RandomPairs part, long endSeed, long endNanos) {
        for (long chunk = next.getAndAdd(CHUNK); chunk < endSeed; chunk = next.getAndAdd(CHUNK)) {
            for (long pair = chunk; pair < Math.min(chunk + CHUNK, endSeed); pair++) {
                if (System.nanoTime() - endNanos >= 0 || differences.get() >= mostDifferences) {
                    return;
                }
                Optional<String> difference = part.run(pair);
                difference.ifPresent(text -> System.out.println(text + "\n" + "-".repeat(80)));
                differences.addAndGet(difference.isPresent() ? 1 : 0);
                done.incrementAndGet();
            }
        }
    }

    private void report(long startNanos) {
        System.out.printf(
                "%,d pairs, %.0f pairs/s, %d differences%n", done.get(), pairsPerSecond(startNanos), differences.get());
    }

    private double pairsPerSecond(long startNanos) {
        return done.get() * 1e9 / (System.nanoTime() - startNanos);
    }
}
