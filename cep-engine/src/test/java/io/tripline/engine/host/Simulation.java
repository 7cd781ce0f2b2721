package io.tripline.engine.host;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.port.JournalEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * A node with its clients, disk, outbox and receiver in one thread: a die says which handler goes on next and for how
 * many slots, when the disk fails or is full, and when the process dies. One seed is one run.
 *
 * <p>The handlers are those of the node; the ring is a list here, in which each knows how far it is.
 */
public final class Simulation {

    private static final int STEPS = 1_500;
    private static final int RING_SLOTS = 16;

    /** What a run came to. */
    public record Report(int batches, int acknowledged, int deaths, int alerts, int requests, long digest) {}

    private final SplittableRandom random;
    private final SimulatedDisk disk;
    private final SimulatedOutbox outbox;
    private final NodeOptions options;
    private final Map<Integer, Accepted> acknowledged = new LinkedHashMap<>();
    private final Deque<Integer> toRepeat = new ArrayDeque<>();
    private final Map<List<SourceFile>, RuleSetPlan> plans = new HashMap<>();
    private int batches;
    private int deaths;
    private long digest;
    private long timeNanos = 1_000_000_000L;

    // Of one process.
    private Health health;
    private JournalHandler journal;
    private List<EngineHandler> engines;
    private OutcomeHandler outcomes;
    private Admission admission;
    private AcknowledgeHandler acknowledge;
    private List<RingSlot> ring;
    private int[] engineAt;
    private int journalAt;
    private int outcomeAt;
    private int acknowledgeAt;

    private Simulation(long seed) {
        random = new SplittableRandom(seed);
        disk = new SimulatedDisk(random.split());
        outbox = new SimulatedOutbox(random.split());
        options = NodeOptions.inMemory(random.nextInt(1, 4))
                .withDurability(Durability.DISK)
                .withLimits(NodeLimits.DEFAULT.withRememberedIds(100_000).withRing(RING_SLOTS, 1 << 20))
                .withTime(() -> timeNanos += 1_000);
    }

    /**
     * Runs one.
     *
     * @throws AssertionError when a promise is broken; the message has the seed
     */
    public static Report run(long seed) {
        try {
            return new Simulation(seed).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Report run() {
        start();
        outbox.trouble(true);
        for (int i = 0; i < STEPS; i++) {
            digest = 31 * digest + journalAt + outcomeAt + acknowledged.size();
            try {
                step();
            } catch (SimulatedOutbox.Death e) {
                die();
            }
        }
        outbox.trouble(false);
        die();
        drain();
        while (outbox.deliver()) {
            // until all is delivered
        }
        new SimulationPromises(disk.durable(), acknowledged, outbox, options).check();
        return new Report(batches, acknowledged.size(), deaths, outbox.lines().size(), outbox.requests(), digest);
    }

    private void step() {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> submit(batches++);
            case 3 -> repeat();
            case 4, 5, 6 -> journalStep();
            case 7, 8 -> engineStep(random.nextInt(engines.size()));
            case 9, 10 -> outcomeStep();
            case 11 -> acknowledgeStep();
            case 12, 13 -> outbox.deliver();
            case 14 -> tickOrRules();
            default -> mishap();
        }
    }

    private void mishap() {
        int which = random.nextInt(20);
        if (which == 0) {
            die();
        } else if (which == 1) {
            disk.failSoon();
        } else if (which < 5) {
            disk.setFull(which == 2);
        } else if (health.hasFailed()) {
            die(); // as a supervisor would start it again
        }
    }

    /** A batch is posted; its number says what is in it. */
    private void submit(int number) {
        if (journal.progress().catalog() == EventCatalog.EMPTY
                || health.refusal().isPresent()) {
            toRepeat.add(number);
            return;
        }
        EventCatalog catalog = journal.progress().catalog();
        CompletableFuture<SubmitResult> answer = new CompletableFuture<>();
        EventBatch batch = NodeDriver.randomBatch(catalog, 3, 4L * number, 4);
        if (!put(new Input.Events(batch, answer))) {
            toRepeat.add(number);
            return;
        }
        // Lost when the process dies before it answers; then, or when it is refused, it is posted again.
        toRepeat.add(number);
        CompletableFuture<Void> unused = answer.thenAccept(result -> {
            if (result instanceof Accepted accepted) {
                acknowledged.putIfAbsent(number, accepted);
            }
        });
    }

    /** What was not acknowledged is posted again, and sometimes what was. */
    private void repeat() {
        Integer number = toRepeat.poll();
        if (number != null && (!acknowledged.containsKey(number) || random.nextInt(8) == 0)) {
            submit(number);
        }
    }

    private void tickOrRules() {
        if (health.refusal().isPresent()) {
            return;
        }
        if (journal.progress().rules().revision() == 0 || random.nextInt(20) == 0) {
            List<SourceFile> files =
                    random.nextBoolean() ? List.of(NodeDriver.RULES) : List.of(NodeDriver.RULES, NodeDriver.MORE_RULES);
            put(new Input.RuleChange(
                    files, compiled(files), RuleStarts.EMPTY, Optional.empty(), new CompletableFuture<>()));
        }
    }

    private boolean put(Input input) {
        if (ring.size() - outcomeAt >= RING_SLOTS || !admission.tryTake(input)) {
            return false;
        }
        RingSlot slot = new RingSlot(engines.size());
        slot.input = input;
        slot.bytes = input.bytes();
        slot.source = input.source();
        ring.add(slot);
        return true;
    }

    private void journalStep() {
        int end = Math.min(ring.size(), journalAt + random.nextInt(1, 5));
        for (; journalAt < end; journalAt++) {
            journal.onEvent(ring.get(journalAt), journalAt, journalAt == end - 1);
        }
    }

    private void engineStep(int partition) {
        int end = Math.min(journalAt, engineAt[partition] + random.nextInt(1, 5));
        for (; engineAt[partition] < end; engineAt[partition]++) {
            int at = engineAt[partition];
            engines.get(partition).onEvent(ring.get(at), at, at == end - 1);
        }
    }

    private void outcomeStep() {
        int end = Math.min(IntStream.of(engineAt).min().orElseThrow(), outcomeAt + random.nextInt(1, 5));
        for (; outcomeAt < end; outcomeAt++) {
            outcomes.onEvent(ring.get(outcomeAt), outcomeAt, outcomeAt == end - 1);
        }
    }

    private void acknowledgeStep() {
        int end = Math.min(journalAt, acknowledgeAt + random.nextInt(1, 5));
        for (; acknowledgeAt < end; acknowledgeAt++) {
            acknowledge.onEvent(ring.get(acknowledgeAt), acknowledgeAt, acknowledgeAt == end - 1);
        }
    }

    private void die() {
        deaths++;
        disk.crash();
        try {
            start();
        } catch (SimulatedOutbox.Death e) {
            die();
        }
    }

    /** A process begins: what the disk has goes through the handlers, as the node's recovery does it. */
    private void start() {
        health = new Health();
        admission = new Admission(options.limits());
        journal = new JournalHandler(options, disk, health, new RateMeter());
        engines = IntStream.range(0, options.partitions())
                .mapToObj(i -> new EngineHandler(SnapshotLoading.newEngine(options, i), health))
                .toList();
        outcomes = new OutcomeHandler(outbox, health, admission, nanos -> {});
        acknowledge = new AcknowledgeHandler();
        ring = new ArrayList<>();
        engineAt = new int[engines.size()];
        journalAt = 0;
        outcomeAt = 0;
        acknowledgeAt = 0;
        long last = disk.replay(entry -> putFully(journaled(entry)));
        putFully(new Input.BeginAt(Math.max(last, outbox.position()) + 1, new CompletableFuture<>()));
        drain();
        health.recovered();
    }

    private void putFully(Input input) {
        while (!put(input)) {
            drain();
        }
    }

    private Input journaled(JournalEntry entry) {
        if (entry instanceof JournalEntry.Events events) {
            return new Input.JournaledEvents(events);
        }
        JournalEntry.Rules rules = (JournalEntry.Rules) entry;
        return new Input.JournaledRules(rules, compiled(rules.files()), Optional.empty());
    }

    /** Each rule set once: a process that begins reads all of its journal's. */
    private RuleSetPlan compiled(List<SourceFile> files) {
        return plans.computeIfAbsent(
                files, each -> RunnableRules.compile(each).plan().orElseThrow());
    }

    /** Every handler goes to the end, in an order that is left to chance. */
    private void drain() {
        while (outcomeAt < ring.size() || acknowledgeAt < ring.size()) {
            switch (random.nextInt(4)) {
                case 0 -> journalStep();
                case 1 -> engineStep(random.nextInt(engines.size()));
                case 2 -> outcomeStep();
                default -> acknowledgeStep();
            }
        }
    }
}
